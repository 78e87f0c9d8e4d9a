import type { EndReason } from '@warmline/vocabulary';

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
      'We are getting help. If your life is in danger now, call the number at the top of this page.',
    boundary: 'We stopped here this time. You can come back another day, or call someone else.',
    gone: 'It is closed. You can start a new one.',
  } satisfies Partial<Record<EndReason | 'gone' | 'away', string>>,
  links: 'Links from this chat',
  copy: 'Copy these links',
  copied: 'Copied.',
  unsent: 'What you wrote last was not sent:',
  help: 'Other people who listen',
  leave: 'Leave',
  again: 'Start a new chat',
};
