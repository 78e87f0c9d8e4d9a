import { withIsolatedTexts } from '../../shared/i18n/isolated';
import { times } from '../../shared/i18n/spans';

export const offerWords = withIsolatedTexts({
  colleagueCalls: 'A colleague calls',
  title: 'Offer',
  someone: 'Someone would like to talk',
  announce: (band: string, waited: string) =>
    `An offer: ${band}, waited ${waited}. Alt A accepts, Alt D declines.`,
  announceElsewhere: (band: string, waited: string) =>
    `An offer: ${band}, waited ${waited}. It is on your desk.`,
  see: 'See the offer',
  pageTitle: 'Someone is waiting',
  waited: 'Waited',
  sent: 'Written so far',
  sentSome: (count: number) => times(count, '1 message', 'messages'),
  sentNone: 'Nothing yet',
  plenty: 'There is time to think.',
  half: 'About half a minute left.',
  soon: 'A few seconds left.',
  over: 'It is moving on now.',
  noReason: 'Declining needs no reason, and the person keeps their place.',
  none: 'No offer right now.',
  noneAvailable:
    'When someone is there for you, it shows here. Nothing moves you away from what you are doing.',
  noneAway: 'You are away, so nothing is offered to you.',
  noneFull: 'You have as many conversations as you can hold.',
  noneWrapUp: 'A wrap-up takes half a place. Once yours is finished you can be offered someone again.',
  fate: {
    taken: 'Someone else is already with this person. They are looked after.',
    expired: 'The time to answer ran out. The person keeps their place and is offered to someone else.',
    moved_on:
      'That offer has moved on: its time was over, or the person left the queue. There is nothing you need to do.',
    at_capacity: 'You have as many conversations as you can hold, so this one went to someone else.',
    unknown: 'No answer came back. If the conversation is yours, it shows here in a moment.',
    unavailable:
      'The service could not answer. Try again in a moment; the offer stands until its time is over.',
  },
  mute: (topic: string) => `Not this topic today: ${topic}`,
  mentions: (topics: string) => `Mentions: ${topics}`,
  surge: 'Nobody has room, and this person is in danger. You said that one more is all right.',
});
