import { instant, later } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import {
  acceptOffer,
  declineOffer,
  expireOffer,
  withdrawOffer,
  type Offer,
  type OfferOutcome,
} from './offer';

const expiresAt = instant(1_000_000);
const anOffer = (outcome: OfferOutcome | null): Offer => ({
  id: numbered.offer(1),
  service: numbered.service(1),
  conversation: numbered.conversation(1),
  staff: numbered.staff(1),
  expiresAt,
  outcome,
});
const answers = { acceptOffer, declineOffer, expireOffer, withdrawOffer };
type Answer = keyof typeof answers;

const inWords = (answer: Answer, outcome: OfferOutcome | null, when: number): string => {
  const decision = answers[answer](anOffer(outcome), later(expiresAt, when));
  if (!decision.accepted) return decision.refusal;
  return decision.events.map(({ type }) => type).join() || 'nothing changes';
};

const MOMENTS = { before: -1, 'the moment it expires': 0, after: 1 } as const;
type Moment = keyof typeof MOMENTS;

const nothing = 'nothing changes';
const CLOSED: Record<Answer, string> = {
  acceptOffer: 'offer_expired',
  declineOffer: nothing,
  expireOffer: nothing,
  withdrawOffer: nothing,
};
const EXPECTED: Record<OfferOutcome, Record<Answer, string>> & Record<Moment, Record<Answer, string>> = {
  accepted: CLOSED,
  declined: CLOSED,
  expired: CLOSED,
  withdrawn: { ...CLOSED, acceptOffer: 'offer_taken' },
  before: {
    acceptOffer: 'offer_accepted',
    declineOffer: 'offer_declined',
    expireOffer: nothing,
    withdrawOffer: 'offer_withdrawn',
  },
  'the moment it expires': {
    acceptOffer: 'offer_expired',
    declineOffer: 'offer_declined',
    expireOffer: 'offer_expired',
    withdrawOffer: 'offer_withdrawn',
  },
  after: {
    acceptOffer: 'offer_expired',
    declineOffer: 'offer_declined',
    expireOffer: 'offer_expired',
    withdrawOffer: 'offer_withdrawn',
  },
};

const outcomes: readonly OfferOutcome[] = ['accepted', 'declined', 'expired', 'withdrawn'];
const moments = Object.keys(MOMENTS) as Moment[];
const names = Object.keys(answers) as Answer[];

describe('an open offer', () => {
  it.each(moments.flatMap((moment) => names.map((answer) => [answer, moment] as const)))(
    '%s, %s',
    (answer, moment) => {
      expect(inWords(answer, null, MOMENTS[moment])).toBe(EXPECTED[moment][answer]);
    },
  );

  it.each(names)('%s records who was asked for whom', (answer) => {
    const at = answer === 'expireOffer' ? expiresAt : later(expiresAt, -1);
    const decision = answers[answer](anOffer(null), at);
    expect(decision.accepted && decision.events).toEqual([
      {
        type: expect.stringMatching(/^offer_/),
        service: numbered.service(1),
        conversation: numbered.conversation(1),
        staff: numbered.staff(1),
        offer: numbered.offer(1),
        at,
      },
    ]);
  });
});

describe('an offer that is closed', () => {
  const cells = outcomes.flatMap((outcome) =>
    names.flatMap((answer) => moments.map((moment) => [outcome, answer, moment] as const)),
  );
  it.each(cells)('%s: %s, %s', (outcome, answer, moment) => {
    expect(inWords(answer, outcome, MOMENTS[moment])).toBe(EXPECTED[outcome][answer]);
  });
});
