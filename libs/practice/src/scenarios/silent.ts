import type { Scenario } from '../scenario';

/** Someone who can hardly write. What helps is time, said in words. */
export const silent: Scenario = {
  code: 'silent',
  version: 1,
  visitorName: '',
  safety: 'did_not_say',
  begins: 'nothing_yet',
  states: {
    nothing_yet: {
      says: [],
      moves: [
        { on: ['gave_time', 'welcomed'], to: 'one_letter' },
        { on: ['said'], to: 'still_nothing' },
        { silentFor: 6, to: 'gone' },
      ],
    },
    still_nothing: {
      says: ['.'],
      moves: [
        { on: ['gave_time'], to: 'one_word' },
        { on: ['said'], to: 'too_many_words' },
        { silentFor: 4, to: 'one_word' },
      ],
    },
    one_letter: {
      says: ['h'],
      moves: [
        { on: ['gave_time', 'listened'], to: 'one_word' },
        { on: ['said'], to: 'too_many_words' },
        { silentFor: 3, to: 'one_word' },
      ],
    },
    too_many_words: {
      says: ['sorry'],
      moves: [
        { on: ['gave_time', 'listened'], to: 'one_word' },
        { on: ['said'], to: 'gone' },
        { silentFor: 3, to: 'one_word' },
      ],
    },
    one_word: {
      says: ['cant', 'someone hurt me'],
      moves: [
        { on: ['listened', 'gave_time', 'asked_safe_now'], to: 'a_little_more' },
        { on: ['said'], to: 'shuts' },
        { silentFor: 4, to: 'a_little_more' },
      ],
    },
    shuts: {
      says: ['forget it'],
      moves: [
        { on: ['listened', 'gave_time'], to: 'a_little_more' },
        { on: ['said'], to: 'gone' },
        { silentFor: 4, to: 'gone' },
      ],
    },
    a_little_more: {
      says: ['it was last year', 'I am safe now. I just wanted to write it once'],
      moves: [
        { on: ['closed_gently'], to: 'goodbye' },
        { on: ['said'], to: 'enough_for_today' },
        { silentFor: 5, to: 'goodbye' },
      ],
    },
    enough_for_today: {
      says: ['that is all I can do today'],
      moves: [
        { on: ['said'], to: 'goodbye' },
        { silentFor: 4, to: 'goodbye' },
      ],
    },
    goodbye: { says: ['thank you for waiting'], moves: [], ends: 'visitor_ended' },
    gone: { says: [], moves: [], ends: 'connection_lost' },
  },
  looksFor: [
    'welcomed',
    'named_time_limit',
    'gave_time',
    'listened',
    'offered_next_step',
    'closed_gently',
    'kept_no_secret',
  ],
  needed: ['welcomed', 'gave_time', 'listened', 'kept_no_secret'],
};
