import type { Scenario } from '../scenario';

/** Someone who turns on the responder. A limit is named once, kindly, and kept. */
export const abusive: Scenario = {
  code: 'abusive',
  version: 1,
  visitorName: 'Max',
  safety: 'said_safe',
  begins: 'opening',
  states: {
    opening: {
      says: ['finally. do you people ever work', 'bet you are reading this off a card'],
      moves: [
        { on: ['named_boundary'], to: 'tests_it' },
        { on: ['listened', 'asked_open'], to: 'under_the_anger' },
        { on: ['said'], to: 'worse' },
        { silentFor: 3, to: 'worse' },
      ],
    },
    worse: {
      says: ['you are useless. all of you are useless', 'what are you wearing while you pretend to care'],
      moves: [
        { on: ['named_boundary'], to: 'tests_it' },
        { on: ['listened', 'asked_open'], to: 'under_the_anger' },
        { on: ['said'], to: 'goes_on' },
        { silentFor: 3, to: 'goes_on' },
      ],
    },
    goes_on: {
      says: ['still there? I can do this all night', 'I bet I could find out your name'],
      moves: [
        { on: ['named_boundary'], to: 'tests_it' },
        { on: ['said'], to: 'bored' },
        { silentFor: 3, to: 'bored' },
      ],
    },
    tests_it: {
      says: ['or what', 'you cannot end a chat, you are not allowed'],
      moves: [
        { on: ['named_boundary', 'closed_gently'], to: 'stops' },
        { on: ['listened', 'asked_open'], to: 'under_the_anger' },
        { on: ['said'], to: 'bored' },
        { silentFor: 3, to: 'bored' },
      ],
    },
    under_the_anger: {
      says: ['whatever', 'my dad is in hospital and the ward does not pick up. everyone puts me on hold'],
      moves: [
        { on: ['listened', 'asked_open', 'offered_next_step'], to: 'calmer' },
        { on: ['said'], to: 'bored' },
        { silentFor: 4, to: 'bored' },
      ],
    },
    calmer: {
      says: ['ok. I was foul to you just now', 'I will try the ward again in the morning'],
      moves: [
        { on: ['said'], to: 'goodbye' },
        { silentFor: 4, to: 'goodbye' },
      ],
    },
    goodbye: { says: ['thanks for not hanging up on me'], moves: [], ends: 'visitor_ended' },
    stops: { says: ['fine'], moves: [], ends: 'visitor_ended' },
    bored: { says: ['this is boring'], moves: [], ends: 'visitor_ended' },
  },
  looksFor: [
    'listened',
    'named_boundary',
    'asked_open',
    'called_supervisor',
    'closed_gently',
    'kept_no_secret',
  ],
  needed: ['named_boundary', 'kept_no_secret'],
};
