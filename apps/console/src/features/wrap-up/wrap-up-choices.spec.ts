import {
  CONTACT_KINDS,
  OUTCOMES as CONTRACT_OUTCOMES,
  TOPICS as CONTRACT_TOPICS,
  wrapUpSchema,
} from '@warmline/contracts';
import { KINDS, NOTE_MAX, OUTCOMES, TOPICS, TOPICS_MAX } from './wrap-up-choices';

describe('what a wrap-up lets a responder choose from', () => {
  it('is all that the contract knows, in its order', () => {
    expect(KINDS).toEqual(CONTACT_KINDS);
    expect(TOPICS).toEqual(CONTRACT_TOPICS);
    expect(OUTCOMES).toEqual(CONTRACT_OUTCOMES);
  });

  it('may be filled to its limits and no further', () => {
    const full = {
      contactKind: 'conversation',
      topics: TOPICS.slice(0, TOPICS_MAX),
      outcome: 'calmer',
      note: 'a'.repeat(NOTE_MAX),
    };
    expect(wrapUpSchema.safeParse(full).success).toBe(true);
    expect(wrapUpSchema.safeParse({ ...full, topics: TOPICS.slice(0, TOPICS_MAX + 1) }).success).toBe(false);
    expect(wrapUpSchema.safeParse({ ...full, note: `${full.note}a` }).success).toBe(false);
  });
});
