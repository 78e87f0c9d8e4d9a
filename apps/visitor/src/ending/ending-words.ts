import type { EndReason, FeelingAfter, Listened } from '@warmline/vocabulary';

/** What the page says at the end of a chat. */
export const endingWords = {
  title: 'This chat has ended',
  leftTitle: 'You left the queue',
  awayTitle: 'You were away for a while',
  goneTitle: 'This chat is no longer here',
  turnedAwayTitle: "We won't reach you before we close",
  nobodyTitle: 'No one could answer you this time',
  thanks: "Thank you for talking with us. You can come back any time we're open.",
  reasons: {
    left_waiting: "That's OK. You can come back any time we're open.",
    away: "We held your place as long as we could. That's OK. You can start again any time we're open.",
    turned_away: "We're sorry. These people are open now.",
    nobody_on:
      "We're sorry. We didn't want to keep you waiting for no one. These people are open now. You can try here again later.",
    went_quiet:
      "It had been quiet for a while, so we closed it. That's OK. You can come back any time we're open.",
    connection_lost:
      'Your connection was away for a while, so we closed it. You can come back and start again.',
    service_stopped:
      'Our chat had to stop. This is our fault, not yours. You can start again, or call someone now.',
    safety_action:
      'If your life is in danger now, call the number at the top of this page. You can come back any time we are open.',
    boundary: 'We stopped here this time. You can come back another day, or call someone else.',
    gone: 'It is closed. You can start a new one.',
  } satisfies Partial<Record<EndReason | 'gone' | 'away', string>>,
  links: 'Numbers and links from this chat',
  copy: 'Copy these numbers',
  copied: 'Copied.',
  copyFailed: 'Your browser did not copy them. Select the text below and copy it yourself.',
  copyBox: 'Numbers and links to copy',
  unsent: 'What you wrote last was not sent:',
  help: 'Other people who listen',
  leave: 'Leave',
  again: 'Start a new chat',
  /** The three questions after a chat. */
  after: {
    title: 'Three short questions',
    lead: 'You can leave out any of them. Supervisors of our service can read your answers. The questions close 5 minutes after the chat.',
    notNow: 'No one reads this at once. If you are not safe, start a new chat or call now.',
    hard: 'If you are not safe now, please do not wait for an answer to this.',
    feeling: 'How do you feel now, compared with before?',
    feelings: {
      much_better: 'Much better',
      better: 'Better',
      same: 'About the same',
      worse: 'Worse',
      much_worse: 'Much worse',
    } satisfies Record<FeelingAfter, string>,
    listened: 'Did you feel listened to?',
    listenedAnswers: { yes: 'Yes', partly: 'Partly', no: 'No' } satisfies Record<Listened, string>,
    words: 'Anything we should know?',
    wordsHint: "Please don't include names.",
    send: 'Send answers',
    skip: 'Skip',
    nothing: 'Choose an answer or write something. You can also press Skip.',
    sending: 'Sending your answers. We keep trying until they arrive.',
    answered: 'Thank you. We have your answers.',
    skipped: "That's fine.",
    closed: 'The questions have closed.',
    closedUnsent: 'The questions have closed. Your answers were not sent.',
    kept: 'We already have answers about this chat, so these were not sent.',
    failed: 'Your answers were not saved. You can try again.',
  },
};
