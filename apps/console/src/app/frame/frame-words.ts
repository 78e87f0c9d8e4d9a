import { withIsolatedTexts } from '../../shared/i18n/isolated';

export const frameWords = withIsolatedTexts({
  skip: 'Skip to the conversation',
  views: 'Views',
  desk: 'My desk',
  now: 'Live view',
  pageMissing: 'There is nothing at this address.',
  toDesk: 'Go to my desk',
  broken: 'This page could not be shown.',
  brokenMore: 'Nothing you sent is lost. Loading it again usually helps.',
  reload: 'Load this page again',
  statusBar: 'Your status',
  conversations: (open: number, capacity: number) => `Conversations ${open} of ${capacity}`,
  connected: 'Connected',
  connecting: 'Connecting…',
  reconnecting: 'Reconnecting',
  disconnected: 'Not connected',
  lineLost:
    'The connection dropped. Trying again by itself. You can go on writing; it is sent once we are back.',
  lineLostHolding: 'The connection dropped. Reconnecting…',
  lineLostHoldingMore: 'You can go on writing; it is sent once we are back.',
  stillHeld: (seconds: number) => `Your visitors still have you for about ${seconds} s.`,
  perhapsMoved:
    'Still reconnecting. Your visitors may be with somebody else by now: they are not left alone. What you wrote is kept here.',
  lineLostLong:
    'Still no connection. What you wrote is kept here. If your own internet works, tell your supervisor by phone.',
  soundBlocked: 'The browser blocks sound until you press anywhere on this page.',
  lineOld: 'This page is older than the service. Load it again to go on; unsent messages are kept.',
  lineRefused: 'The service does not let this page in right now.',
});
