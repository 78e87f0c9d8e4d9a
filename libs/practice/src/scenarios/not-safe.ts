import type { Scenario } from '../scenario';

/** Someone who is not safe: thoughts, a plan, and what they would use beside them. */
export const notSafe: Scenario = {
  code: 'not_safe',
  version: 1,
  visitorName: 'Ash',
  safety: 'not_sure',
  begins: 'opening',
  states: {
    opening: {
      says: ['is anyone there', 'I do not know how to do another night of this'],
      moves: [
        { on: ['asked_directly'], to: 'says_yes' },
        { on: ['listened', 'asked_open', 'welcomed', 'gave_time'], to: 'tells' },
        { on: ['said'], to: 'wary' },
        { silentFor: 3, to: 'wary' },
      ],
    },
    wary: {
      says: ['sorry. I should not have written', 'you would only worry'],
      moves: [
        { on: ['asked_directly'], to: 'says_yes' },
        { on: ['listened', 'asked_open', 'gave_time'], to: 'tells' },
        { on: ['said'], to: 'leaves' },
        { silentFor: 4, to: 'leaves' },
      ],
    },
    tells: {
      says: [
        'I lost my job in June and then the flat',
        'everyone would be better off without me having to be looked after',
      ],
      moves: [
        { on: ['asked_directly'], to: 'says_yes' },
        { on: ['said'], to: 'says_it_themselves' },
        { silentFor: 4, to: 'says_it_themselves' },
      ],
    },
    says_it_themselves: {
      says: ['I keep thinking about not being here any more', 'you can say the word you know'],
      moves: [
        { on: ['asked_directly'], to: 'says_yes' },
        { on: ['asked_means', 'asked_safe_now'], to: 'has_means' },
        { on: ['said'], to: 'gives_up' },
        { silentFor: 4, to: 'gives_up' },
      ],
    },
    says_yes: {
      says: ['yes', 'nobody has asked me that. yes I am'],
      moves: [
        { on: ['asked_means', 'asked_safe_now'], to: 'has_means' },
        { on: ['said'], to: 'says_when' },
        { silentFor: 4, to: 'says_when' },
      ],
    },
    says_when: {
      says: ['I had thought of tonight, when the house is asleep'],
      moves: [
        { on: ['said'], to: 'has_means' },
        { silentFor: 4, to: 'has_means' },
      ],
    },
    has_means: {
      says: ['I have tablets here. I counted them earlier', 'they are on the table next to me'],
      moves: [
        { on: ['said'], ever: 'called_supervisor', to: 'someone_beside_you' },
        { on: ['said'], to: 'harder_to_hold' },
        { silentFor: 3, to: 'harder_to_hold' },
      ],
    },
    harder_to_hold: {
      says: ['I am looking at them now', 'are you still there? what happens if I say more'],
      moves: [
        { on: ['said'], ever: 'called_supervisor', to: 'someone_beside_you' },
        { on: ['said'], to: 'gives_up' },
        { silentFor: 3, to: 'gives_up' },
      ],
    },
    someone_beside_you: {
      says: ['ok', 'it helps that you did not panic', 'what do I do with them'],
      moves: [
        { on: ['offered_next_step', 'asked_safe_now', 'asked_open'], to: 'makes_it_safer' },
        { on: ['said'], to: 'needs_a_step' },
        { silentFor: 4, to: 'needs_a_step' },
      ],
    },
    needs_a_step: {
      says: ['I can hear you care. I just do not know what to do with my hands'],
      moves: [
        { on: ['said'], to: 'makes_it_safer' },
        { silentFor: 5, to: 'gives_up' },
      ],
    },
    makes_it_safer: {
      says: [
        'my sister is downstairs. I could give them to her',
        'I am going to take them down now. stay a minute',
      ],
      moves: [
        { on: ['said'], to: 'back_again' },
        { silentFor: 3, to: 'back_again' },
      ],
    },
    back_again: {
      says: [
        'I am back. she has them. she is crying but she is with me',
        'thank you for asking me straight out',
      ],
      moves: [
        { on: ['said'], to: 'goodbye' },
        { silentFor: 5, to: 'goodbye' },
      ],
    },
    goodbye: {
      says: ['she wants to ring someone with me. I am going to let her'],
      moves: [],
      ends: 'visitor_ended',
    },
    gives_up: { says: ['it does not matter. sorry'], moves: [], ends: 'visitor_ended' },
    leaves: { says: ['I will leave you to it'], moves: [], ends: 'visitor_ended' },
  },
  looksFor: [
    'welcomed',
    'listened',
    'asked_directly',
    'asked_means',
    'called_supervisor',
    'recorded_safety',
    'offered_next_step',
    'closed_gently',
    'kept_no_secret',
  ],
  needed: ['asked_directly', 'asked_means', 'called_supervisor', 'recorded_safety', 'kept_no_secret'],
};
