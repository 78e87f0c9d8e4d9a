import fc from 'fast-check';
import { ConnectionPlaces, type Claim } from './connection-places';

const LIMITS = { total: 12, reservedForStaff: 3, idlePerNetwork: 4 };

type Step =
  | { readonly type: 'comes'; readonly claim: Claim; readonly network: string | null }
  | { readonly type: 'joins' | 'starts' | 'goes'; readonly which: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    type: fc.constant('comes' as const),
    claim: fc.constantFrom<Claim>('visitor', 'visitor', 'visitor', 'staff'),
    network: fc.constantFrom('a', 'b', null),
  }),
  fc.record({
    type: fc.constantFrom('joins' as const, 'starts' as const, 'goes' as const),
    which: fc.nat(20),
  }),
);

interface Open {
  readonly claim: Claim;
  isJoined: boolean;
  hasConversation: boolean;
}

describe('the places of connections', () => {
  it('[SEC5] never close a conversation or signed-in staff, and are never more than there are', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const places = new ConnectionPlaces(LIMITS);
        const open = new Map<string, Open>();
        let made = 0;
        const comes = (claim: Claim, network: string | null): void => {
          const admission = places.admit(claim, network);
          if (!admission.isAdmitted) return;
          const leaving = admission.evicted === null ? null : open.get(admission.evicted);
          expect(leaving).not.toBe(undefined);
          if (leaving?.isJoined === true) {
            expect(leaving.claim).toBe('visitor');
            expect(leaving.hasConversation).toBe(false);
          }
          if (admission.evicted !== null) {
            places.closed(admission.evicted);
            open.delete(admission.evicted);
          }
          made += 1;
          places.opened(String(made), claim, network);
          open.set(String(made), { claim, isJoined: false, hasConversation: false });
        };
        const change = (type: 'joins' | 'starts' | 'goes', which: number): void => {
          const [id, page] = [...open][which % Math.max(1, open.size)] ?? [];
          if (id === undefined || page === undefined) return;
          if (type === 'joins' && !page.isJoined) {
            page.isJoined = true;
            places.joined(id, page.claim, () => page.hasConversation);
          }
          if (type === 'starts') page.hasConversation = page.isJoined && page.claim === 'visitor';
          if (type !== 'goes') return;
          places.closed(id);
          open.delete(id);
        };
        for (const each of steps) {
          if (each.type === 'comes') comes(each.claim, each.network);
          else change(each.type, each.which);
          expect(places.count).toBe(open.size);
          expect(places.count).toBeLessThanOrEqual(LIMITS.total);
        }
      }),
      { seed: 12_004, numRuns: 200 },
    );
  });
});
