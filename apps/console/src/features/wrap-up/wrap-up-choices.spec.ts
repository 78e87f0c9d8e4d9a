import { CONTACT_KINDS, OUTCOMES as CONTRACT_OUTCOMES, wrapUpSchema } from '@warmline/contracts';
import { KINDS, NOTE_MAX, OUTCOMES, TOPICS_MAX } from './wrap-up-choices';

const SOME = ['loneliness', 'suicide', 'young_carers', 'bereavement'];

describe('what a wrap-up lets a responder choose from', () => {
  it('is all that the contract knows, in its order', () => {
    expect(KINDS).toEqual(CONTACT_KINDS);
    expect(OUTCOMES).toEqual(CONTRACT_OUTCOMES);
  });

  it('may be filled to its limits and no further', () => {
    const full = {
      contactKind: 'conversation',
      topics: SOME.slice(0, TOPICS_MAX),
      outcome: 'calmer',
      note: 'a'.repeat(NOTE_MAX),
    };
    expect(wrapUpSchema.safeParse(full).success).toBe(true);
    expect(wrapUpSchema.safeParse({ ...full, topics: SOME.slice(0, TOPICS_MAX + 1) }).success).toBe(false);
    expect(wrapUpSchema.safeParse({ ...full, note: `${full.note}a` }).success).toBe(false);
  });
});
