import { withIsolatedTexts } from '../../shared/i18n/isolated';

export const frameWords = withIsolatedTexts({
  skip: 'Skip to the conversation',
  views: 'Views',
  desk: 'My desk',
  now: 'Live view',
  queue: 'Queue',
  people: 'People',
  handovers: 'Handovers',
  today: 'Today',
  quality: 'Quality',
  feedback: 'My feedback',
  pageMissing: 'There is no page at this address.',
  toDesk: 'Go to my desk',
  broken: 'This page could not be shown.',
  brokenMore: 'Nothing you sent is lost. Reload the page.',
  reload: 'Reload the page',
  statusBar: 'Your status',
  capacityUsed: (held: number, units: number) => `${held} of ${units} conversations`,
  urgentCounts: 'one urgent counts as two',
  wrapUpCounts: 'a wrap-up counts as half',
  connected: 'Connected',
  connecting: 'Connecting…',
  reconnecting: 'Reconnecting',
  disconnected: 'Not connected',
  lineLost:
    'The connection dropped. We’re reconnecting. Keep writing: your messages will be sent when the connection is back.',
  lineLostHolding: 'The connection dropped. Reconnecting…',
  lineLostHoldingMore: 'Keep writing: your messages will be sent when the connection is back.',
  stillHeld: (seconds: number) => `We’re keeping your chats for you for ${seconds} seconds.`,
  perhapsMoved:
    'Still reconnecting. Someone else may have your conversations by now, so no one is left alone. What you wrote is kept here.',
  lineLostLong:
    'Still no connection. What you wrote is kept here. If your internet works, phone your supervisor.',
  soundBlocked: 'The browser blocks sound until you press anywhere on this page.',
  lineOld: 'This page is out of date. Reload it to continue. Unsent messages are kept.',
  lineRefused: 'The service is not accepting this page right now. Try again in a moment.',
});
