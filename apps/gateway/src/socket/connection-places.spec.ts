import { ConnectionPlaces, TIME_TO_JOIN, type Claim } from './connection-places';

const given = (limits: Partial<ConstructorParameters<typeof ConnectionPlaces>[0]> = {}) => {
  const clock = { now: 0 };
  const all = { total: 10, reservedForStaff: 2, idlePerNetwork: 4, ...limits };
  const places = new ConnectionPlaces(all, () => clock.now);
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
  const allHadTimeToJoin = (): void => void (clock.now += TIME_TO_JOIN);
  return { places, comes, joins, allHadTimeToJoin };
};

describe('the places of connections', () => {
  it('[OPS2] are closed for a newcomer: first who has not joined, then who has no conversation', () => {
    const { comes, joins, allHadTimeToJoin } = given({ reservedForStaff: 0, total: 3 });
    for (const _ of [1, 2, 3]) expect(comes()).toBe('nobody');
    joins('c1', true);
    joins('c2');
    allHadTimeToJoin();
    expect(comes()).toBe('c3');
    joins('c4');
    expect(comes()).toBe('c2');
    joins('c5', true);
    expect(comes()).toBe('c4');
    joins('c6', true);
    expect(comes()).toBe('refused');
  });

  it('[SEC5] let every newcomer of a network in: an attacker there closes their own', () => {
    const { places, comes, joins, allHadTimeToJoin } = given({ total: 10 });
    for (let attack = 1; attack <= 5; attack += 1) comes('crowded');
    joins('c2', true);
    const left = Array.from({ length: 20 }, () => {
      allHadTimeToJoin();
      return comes('crowded');
    });
    expect(left).not.toContain('refused');
    expect(left).not.toContain('c2');
    expect(comes('another')).toBe('nobody');
    expect(places.count).toBe(6);
  });

  it('[SEC5] of newcomers of one network are not taken from each other before they had time to join', () => {
    const { comes, joins, allHadTimeToJoin } = given({ total: 100, idlePerNetwork: 10 });
    for (let attack = 1; attack <= 50; attack += 1) {
      comes('crowded');
      joins(`c${attack}`);
    }
    // All at the same moment. Joined pages that have started nothing leave for them, the longest idle first.
    const left = Array.from({ length: 40 }, () => comes('crowded'));
    expect(left).toEqual(Array.from({ length: 40 }, (_, place) => `c${place + 1}`));
    // With nobody left but newcomers, they come in as long as there is room.
    for (let person = 41; person <= 50; person += 1) joins(`c${person}`, true);
    expect(comes('crowded')).toBe('nobody');
    allHadTimeToJoin();
    expect(comes('crowded')).toBe('c51');
  });

  it('[SEC5] are left alone while half of all places are free: a page that is closed comes back', () => {
    const { comes, joins } = given({ total: 100 });
    const left = Array.from({ length: 50 }, (_, attack) => {
      const answer = comes('crowded');
      joins(`c${attack + 1}`);
      return answer;
    });
    expect(new Set(left)).toEqual(new Set(['nobody']));
    expect(comes('crowded')).toBe('c1');
  });

  it('[SEC5] go to a newcomer even where nobody had time to join: refusing would keep someone in danger out', () => {
    const { comes, joins } = given({ reservedForStaff: 0, total: 3 });
    for (const _ of [1, 2, 3]) comes();
    joins('c2', true);
    expect([comes(), comes()]).toEqual(['c1', 'c3']);
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
