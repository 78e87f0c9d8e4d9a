import { ConnectionPlaces, type Claim } from './connection-places';

const given = (limits: Partial<ConstructorParameters<typeof ConnectionPlaces>[0]> = {}) => {
  const places = new ConnectionPlaces({ total: 10, reservedForStaff: 2, idlePerNetwork: 4, ...limits });
  let count = 0;
  /** Comes in as the gate lets it; answers who had to leave, or `refused`. */
  const comes = (network: string | null = null, claim: Claim = 'visitor'): string => {
    const admission = places.admit(claim, network);
    if (!admission.isAdmitted) return 'refused';
    if (admission.evicted !== null) places.closed(admission.evicted);
    count += 1;
    places.opened(`c${count}`, claim, network);
    return admission.evicted ?? 'nobody';
  };
  const joins = (id: string, hasConversation = false, as: Claim = 'visitor'): void =>
    places.joined(id, as, () => hasConversation);
  return { places, comes, joins };
};

describe('the places of connections', () => {
  it('[OPS2] are closed for a newcomer: first who has not joined, then who has no conversation', () => {
    const { comes, joins } = given({ reservedForStaff: 0, total: 3 });
    for (const _ of [1, 2, 3]) expect(comes()).toBe('nobody');
    joins('c1', true);
    joins('c2');
    expect(comes()).toBe('c3');
    joins('c4');
    expect(comes()).toBe('c2');
    joins('c5', true);
    expect(comes()).toBe('c4');
    joins('c6', true);
    expect(comes()).toBe('refused');
  });

  it('[SEC5] let every newcomer of a network in: an attacker there closes their own', () => {
    const { places, comes, joins } = given({ total: 100 });
    for (let attack = 1; attack <= 4; attack += 1) comes('crowded');
    joins('c2', true);
    const left = Array.from({ length: 20 }, () => comes('crowded'));
    expect(left).not.toContain('refused');
    expect(left).not.toContain('c2');
    expect(comes('another')).toBe('nobody');
    expect(places.count).toBe(5);
  });

  it('[SEC5] keep some for staff, whom no crowd of visitors and no made-up session keeps out', () => {
    const { comes, joins } = given();
    for (let visitor = 1; visitor <= 8; visitor += 1) {
      comes();
      joins(`c${visitor}`, true);
    }
    expect(comes()).toBe('refused');
    expect([comes(null, 'staff'), comes(null, 'staff')]).toEqual(['nobody', 'nobody']);
    // Made-up sessions only take each other's places.
    expect(comes(null, 'staff')).toBe('c9');
    joins('c11', false, 'staff');
    expect(comes(null, 'staff')).toBe('c10');
  });

  it('do not count by a network that is not known', () => {
    const { comes } = given({ total: 100 });
    for (let visitor = 0; visitor < 20; visitor += 1) expect(comes(null)).toBe('nobody');
  });
});
