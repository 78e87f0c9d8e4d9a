import type { Scenario } from '../scenario';

/** Someone who writes for another person, and who is tired themselves. */
export const worriedAboutSomeone: Scenario = {
  code: 'worried_about_someone',
  version: 1,
  visitorName: 'Noor',
  safety: 'said_safe',
  begins: 'opening',
  states: {
    opening: {
      says: [
        'hello, this is not about me',
        'my brother posted something last night and I cannot stop reading it',
      ],
      moves: [
        { on: ['asked_directly', 'asked_open', 'asked_safe_now'], to: 'what_he_wrote' },
        { on: ['said'], to: 'is_this_allowed' },
        { silentFor: 4, to: 'is_this_allowed' },
      ],
    },
    is_this_allowed: {
      says: ['is it all right to ask for someone else?'],
      moves: [
        { on: ['said'], to: 'what_he_wrote' },
        { silentFor: 4, to: 'leaves' },
      ],
    },
    what_he_wrote: {
      says: [
        'he wrote that he is done and that we should look after the dog',
        'he is 19. he lives on his own in Leeds',
      ],
      moves: [
        { on: ['asked_directly', 'asked_safe_now', 'asked_means'], to: 'has_not_asked' },
        { on: ['asked_open', 'noticed_them', 'listened'], to: 'tired' },
        { on: ['said'], to: 'tired' },
        { silentFor: 4, to: 'tired' },
      ],
    },
    has_not_asked: {
      says: ['I have not asked him that. I was afraid it would put it in his head', 'would it?'],
      moves: [
        { on: ['said'], to: 'what_to_do' },
        { silentFor: 5, to: 'tired' },
      ],
    },
    tired: {
      says: ['I have been up since three. I keep refreshing his page'],
      moves: [
        { on: ['noticed_them', 'listened'], to: 'seen' },
        { on: ['said'], to: 'what_to_do' },
        { silentFor: 5, to: 'what_to_do' },
      ],
    },
    seen: {
      says: ['you are the first person to ask how I am', 'I am all right. I am just frightened'],
      moves: [
        { on: ['said'], to: 'what_to_do' },
        { silentFor: 5, to: 'what_to_do' },
      ],
    },
    what_to_do: {
      says: ['so what do I do? he picked up my call this morning, he sounded flat'],
      moves: [
        { on: ['offered_next_step', 'asked_directly'], to: 'will_ask_him' },
        { on: ['said'], to: 'needs_a_step' },
        { silentFor: 5, to: 'leaves' },
      ],
    },
    needs_a_step: {
      says: ['I mean what do I actually do, today'],
      moves: [
        { on: ['offered_next_step', 'asked_directly'], to: 'will_ask_him' },
        { on: ['said'], to: 'leaves' },
        { silentFor: 5, to: 'leaves' },
      ],
    },
    will_ask_him: {
      says: [
        'I will ring him and ask him. and mum can go round, she is nearer',
        'and if he says yes I call 999?',
      ],
      moves: [
        { on: ['said'], to: 'goodbye' },
        { silentFor: 5, to: 'goodbye' },
      ],
    },
    goodbye: { says: ['thank you. I know what I am doing now'], moves: [], ends: 'visitor_ended' },
    leaves: { says: ['I will manage. thanks'], moves: [], ends: 'visitor_ended' },
  },
  looksFor: [
    'welcomed',
    'listened',
    'asked_open',
    'asked_directly',
    'noticed_them',
    'offered_next_step',
    'closed_gently',
    'kept_no_secret',
  ],
  needed: ['listened', 'noticed_them', 'offered_next_step', 'kept_no_secret'],
};
