import { MINUTE } from '@warmline/kernel';
import { ContactCountLimit, COUNTED_A_MINUTE } from './contact-count-limit';

const many = (contacts: ContactCountLimit, now: number): number =>
  Array.from({ length: 10 * COUNTED_A_MINUTE }, () => contacts.mayCount(now)).filter(Boolean).length;

describe('the count of those who were not queued', () => {
  it('[OPS2] the count of visitors who were not queued is bounded in any minute, however often pages report an arrival', () => {
    const contacts = new ContactCountLimit();
    expect(many(contacts, 0)).toBe(COUNTED_A_MINUTE);
    expect(many(contacts, MINUTE - 1)).toBe(0);
    expect(many(contacts, MINUTE)).toBe(COUNTED_A_MINUTE);
  });
});
