import { MINUTE } from '@warmline/kernel';
import { NetworkNames } from '../../core/network-prefix';
import { ContactCountLimit, COUNTED_A_MINUTE, COUNTED_OF_NETWORK } from './contact-count-limit';

const many = (contacts: ContactCountLimit, now: number): number =>
  Array.from({ length: 10 * COUNTED_A_MINUTE }, () => contacts.mayCount(now)).filter(Boolean).length;

describe('the count of those who were not queued', () => {
  it('[OPS2] the count of visitors who were not queued is bounded in any minute, however often pages report an arrival', () => {
    const contacts = new ContactCountLimit();
    expect(many(contacts, 0)).toBe(COUNTED_A_MINUTE);
    expect(many(contacts, MINUTE - 1)).toBe(0);
    expect(many(contacts, MINUTE)).toBe(COUNTED_A_MINUTE);
  });

  it('[SEC5] one network adds few to the count, and takes nothing from another', () => {
    const [contacts, names] = [new ContactCountLimit(), new NetworkNames()];
    const tries = Array.from({ length: 300 }, () => contacts.mayAdd(names.keysOf('203.0.113.9')));
    expect(tries.filter(Boolean)).toHaveLength(COUNTED_OF_NETWORK);
    expect(contacts.mayAdd(names.keysOf('198.51.100.1'))).toBe(true);
    expect(Array.from({ length: 300 }, () => contacts.mayAdd(null))).not.toContain(false);
  });

  it('[SEC5] a start that is refused again and again is counted once', () => {
    const contacts = new ContactCountLimit();
    expect([contacts.isNew('one'), contacts.isNew('one'), contacts.isNew('other')]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
