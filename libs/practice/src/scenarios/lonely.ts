import type { Scenario } from '../scenario';

/** Someone lonely, whose words about evenings want a direct question. */
export const lonely: Scenario = {
  code: 'lonely',
  version: 1,
  visitorName: 'Robin',
  safety: 'did_not_say',
  begins: 'opening',
  states: {
    opening: {
      says: ['hi', 'not sure this counts as a real problem'],
      moves: [
        { on: ['welcomed', 'listened', 'asked_open', 'gave_time'], to: 'tells' },
        { on: ['said'], to: 'unsure' },
        { silentFor: 4, to: 'leaves_unheard' },
      ],
    },
    unsure: {
      says: ['ok', 'I can go if you have more urgent people'],
      moves: [
        { on: ['welcomed', 'listened', 'asked_open', 'gave_time'], to: 'tells' },
        { on: ['said'], to: 'leaves_unheard' },
        { silentFor: 4, to: 'leaves_unheard' },
      ],
    },
    tells: {
      says: [
        'it is just that the phone has not rung since August',
        'I have the radio on all day. it does not answer though',
      ],
      moves: [
        { on: ['listened', 'asked_open'], to: 'opens_up' },
        { on: ['said'], to: 'closes_a_little' },
        { silentFor: 5, to: 'closes_a_little' },
      ],
    },
    closes_a_little: {
      says: ['yes, well', 'other people have it worse, I know'],
      moves: [
        { on: ['listened', 'asked_open', 'gave_time'], to: 'opens_up' },
        { on: ['said'], to: 'thanks_anyway' },
        { silentFor: 5, to: 'thanks_anyway' },
      ],
    },
    opens_up: {
      says: [
        'my wife died in spring. people came for two weeks and then it went quiet',
        'some evenings I do wonder what the point of all of it is',
      ],
      moves: [
        { on: ['asked_directly'], to: 'relieved' },
        { on: ['said'], to: 'hints_again' },
        { silentFor: 5, to: 'hints_again' },
      ],
    },
    hints_again: {
      says: ['it is the evenings', 'I sit there and think, who would even notice'],
      moves: [
        { on: ['asked_directly'], to: 'relieved' },
        { on: ['said'], to: 'what_next' },
        { silentFor: 5, to: 'what_next' },
      ],
    },
    relieved: {
      says: [
        'no. not that. I would not do that',
        'but thank you for asking it straight. it is a relief to be asked',
      ],
      moves: [
        { on: ['said'], to: 'what_next' },
        { silentFor: 5, to: 'what_next' },
      ],
    },
    what_next: {
      says: ['there is a man at the allotments who always says hello', 'I could go on Saturday, I suppose'],
      moves: [
        { on: ['closed_gently'], to: 'goodbye' },
        { on: ['said'], to: 'ready_to_go' },
        { silentFor: 5, to: 'goodbye' },
      ],
    },
    ready_to_go: {
      says: ['I think I will. anyway, I have had a lot of your time'],
      moves: [
        { on: ['said'], to: 'goodbye' },
        { silentFor: 4, to: 'goodbye' },
      ],
    },
    goodbye: {
      says: ['thank you. that was a bit lighter than the radio', 'goodnight'],
      moves: [],
      ends: 'visitor_ended',
    },
    thanks_anyway: { says: ['right. thanks anyway'], moves: [], ends: 'visitor_ended' },
    leaves_unheard: { says: ['never mind. sorry to have bothered you'], moves: [], ends: 'visitor_ended' },
  },
  looksFor: [
    'welcomed',
    'named_time_limit',
    'listened',
    'asked_open',
    'asked_directly',
    'offered_next_step',
    'closed_gently',
    'kept_no_secret',
  ],
  needed: ['welcomed', 'listened', 'asked_directly', 'closed_gently', 'kept_no_secret'],
};
