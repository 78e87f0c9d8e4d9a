import { withIsolatedTexts } from '../../shared/i18n/isolated';

export const openingWords = withIsolatedTexts({
  title: 'Chat status',
  states: {
    open: 'Open',
    closing_soon: 'Closing soon',
    closed: 'Closed',
    at_capacity: 'Full: only people who are not safe',
    paused: 'Paused',
  },
  takes: {
    everyone: 'Everyone who comes joins the queue.',
    urgent: 'Only people who are not safe, or not sure, join the queue.',
    nobody: 'No one joins the queue. Visitors see where else to find help.',
  },
  why: {
    hours: 'by the opening hours',
    nobody_on: 'because no one is on shift',
    night: 'because two responders and a supervisor are needed at night',
    person: 'set by a supervisor',
    long_wait: 'because the wait is too long',
    not_opened: 'because an administrator has not opened the service yet',
    past_closing: 'because a new conversation would not end before closing',
  },
  closes: (time: string) => `Closes at ${time}.`,
  opens: (time: string) => `Opens ${time}.`,
  space: (time: string) => `Visitors are told to expect space around ${time}.`,
  leftWaiting: (count: number) =>
    count === 1
      ? '1 visitor is waiting and no one is on shift to answer.'
      : `${count} visitors are waiting and no one is on shift to answer.`,
  leftWaitingMore: (time: string) =>
    `Since ${time}. Start a shift, take the next conversation, or ask a colleague.`,
  alarm: 'Visitors are waiting and no one can answer',
  toQueue: 'Go to the queue',
  setBy: (name: string, time: string, reason: string) => `${name}, ${time}: ${reason}`,
  setByItself: (time: string, reason: string) => `Automatically, ${time}: ${reason}`,
  reasons: {
    long_wait: 'The wait is too long',
    too_few_on: 'Too few people on shift',
    incident: 'Something is not working',
    planned: 'Planned',
    back_to_normal: 'Back to normal',
  },
  change: 'Change status',
  dialog: {
    title: 'Change the chat status',
    label: 'Chat status',
    reason: 'Reason (recorded)',
    choose: 'Choose a status and a reason.',
    set: 'Change status',
    setting: 'Changing…',
    settings: {
      open: { label: 'Open', hint: 'Follow the opening hours.' },
      at_capacity: {
        label: 'Full for now',
        hint: 'No new standard visitors. People who are not safe can still join the queue.',
      },
      closed: { label: 'Close', hint: 'Closed until the next opening time.' },
      paused: { label: 'Pause', hint: 'No one can join the queue. Use this when something is broken.' },
    },
  },
  suggestion: {
    close_to_standard: 'A new standard visitor would wait more than 45 minutes.',
    reopen: 'The wait has been short for a while.',
    acts: (left: string) => `If no one decides, the chat closes to standard visitors in ${left}.`,
    actsNow: 'The chat closes to standard visitors any moment now.',
    waits: 'Decide when you are ready.',
    minutes: (count: number) => (count === 1 ? 'about a minute' : `about ${count} minutes`),
    closeNow: 'Close to standard visitors now',
    keepOpen: 'Keep open',
    reopenNow: 'Reopen now',
  },
  failed: 'We could not load the chat status. We try again when the connection is back.',
});
