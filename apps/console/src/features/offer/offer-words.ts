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
  sent: 'Messages so far',
  sentSome: (count: number) => times(count, '1 message', 'messages'),
  sentNone: 'None yet',
  plenty: 'You have time to think.',
  half: 'About half a minute left.',
  soon: 'A few seconds left.',
  over: 'We are asking someone else now.',
  noReason: 'You don’t need a reason to decline. The person keeps their place.',
  none: 'No offer right now.',
  noneAvailable: 'Offers appear here. They never move you away from what you are doing.',
  noneAway: 'You are away, so you are not offered conversations.',
  noneFull: 'You are at your capacity.',
  noneWrapUp: 'A wrap-up counts as half a conversation. Finish yours to be offered someone again.',
  fate: {
    taken: 'Someone else is already with this person.',
    expired: 'The time to answer ran out. The person keeps their place, and we ask someone else.',
    moved_on:
      'That offer has ended: its time ran out, or the person left the queue. There is nothing you need to do.',
    at_capacity: 'You are at your capacity, so this one went to someone else.',
    unknown: 'We did not get an answer. If the conversation is yours, it appears here in a moment.',
    unavailable: 'The service could not answer. Try again in a moment. The offer is still open.',
  },
  mute: (topic: string) => `Not this topic today: ${topic}`,
  mentions: (topics: string) => `Mentions: ${topics}`,
  surge:
    'No one else is free, and this person is in danger. You said we can offer you one extra conversation.',
});
