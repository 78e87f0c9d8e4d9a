import { withIsolatedTexts } from '../../shared/i18n/isolated';

export const openingWords = withIsolatedTexts({
  title: 'Door',
  states: {
    open: 'Open',
    closing_soon: 'Closing soon',
    closed: 'Closed',
    at_capacity: 'Full: no new standard visitors',
    paused: 'Paused',
  },
  takes: {
    everyone: 'Everyone who comes is queued.',
    urgent: 'Only those who are not safe, or not sure, are queued.',
    nobody: 'Nobody is queued. Visitors see who else is there.',
  },
  why: {
    hours: 'by the opening hours',
    nobody_on: 'because nobody is on shift',
    night: 'because at night two responders and a supervisor are needed',
    person: 'set by hand',
    long_wait: 'because the wait is too long',
    past_closing: 'because a new chat would not end before closing',
  },
  closes: (time: string) => `Closes at ${time}.`,
  opens: (time: string) => `Opens ${time}.`,
  space: (time: string) => `Visitors are told to expect space around ${time}.`,
  leftWaiting: (count: number) =>
    count === 1
      ? 'One visitor waits and nobody is on who could answer.'
      : `${count} visitors wait and nobody is on who could answer.`,
  leftWaitingMore: (time: string) => `Told at ${time}. Begin a shift, take the next one, or ask a colleague.`,
  alarm: 'Visitors wait for nobody',
  toQueue: 'To the queue',
  setBy: (name: string, time: string, reason: string) => `${name}, ${time}: ${reason}`,
  setByItself: (time: string, reason: string) => `By itself, ${time}: ${reason}`,
  reasons: {
    long_wait: 'The wait is too long',
    too_few_on: 'Too few people on shift',
    incident: 'Something is not working',
    planned: 'Planned',
    back_to_normal: 'Back to normal',
  },
  change: 'Change',
  dialog: {
    title: 'Change the door',
    label: 'What the door should do',
    reason: 'Reason (recorded)',
    choose: 'Choose what it should do, and the reason.',
    set: 'Change the door',
    setting: 'Changing…',
    settings: {
      open: { label: 'Open', hint: 'As the opening hours say.' },
      at_capacity: {
        label: 'Full for now',
        hint: 'No new standard visitors. Those who are not safe still come in.',
      },
      closed: { label: 'Close', hint: 'As if it were outside the hours, until they open next.' },
      paused: { label: 'Pause', hint: 'Nobody comes in. For when something is broken.' },
    },
  },
  suggestion: {
    close_to_standard: 'A new standard visitor would wait for more than 45 minutes.',
    reopen: 'The wait has been short for a while.',
    acts: (left: string) => `If nobody decides, it happens by itself in ${left}.`,
    actsNow: 'It happens by itself any moment now.',
    waits: 'It waits for somebody to decide.',
    minutes: (count: number) => (count === 1 ? 'about a minute' : `about ${count} minutes`),
    closeNow: 'Close to standard now',
    keepOpen: 'Keep open',
    reopenNow: 'Open again now',
  },
  failed: 'How the door stands could not be read. It is asked for again when the line is back.',
});
