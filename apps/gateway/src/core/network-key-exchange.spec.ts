import { MINUTE } from '@warmline/kernel';
import type { NetworkKeyNotice } from '@warmline/redis';
import { answerTo } from './network-key-exchange';
import { NetworkNames, PREFIX_KEY_LIFE } from './network-prefix';

const START = 1_700_000_000_000;
const ADDRESS = '203.0.113.7';

/** Gateways on one channel: each notice reaches all others, in order. */
const channelOf = (gateways: readonly NetworkNames[]) => {
  const tell = (from: NetworkNames, notice: NetworkKeyNotice): void => {
    for (const other of gateways.filter((each) => each !== from)) {
      const answer = answerTo(other, notice);
      if (answer !== null) tell(other, answer);
    }
  };
  return (from: NetworkNames) => {
    from.rotate();
    const { id, since } = from.inUse;
    tell(from, { kind: 'has', id, since });
  };
};

const setUp = (clocks: readonly number[] = [0, 0, 0]) => {
  const clock = { now: START };
  const gateways = clocks.map((differs, place) => {
    const made = new NetworkNames(() => clock.now + differs);
    clock.now += place === 0 ? 30_000 : 0;
    return made;
  });
  return { clock, gateways, tellOwn: channelOf(gateways) };
};
const namesOf = (gateways: readonly NetworkNames[]) =>
  new Set(gateways.map((names) => names.keysOf(ADDRESS).current));

describe('the key under which gateways name networks', () => {
  it('[SEC5] is the same at all of them once each has told its own, in any order', () => {
    for (const first of [0, 1, 2]) {
      const { gateways, tellOwn } = setUp();
      expect(namesOf(gateways).size).toBe(3);
      const oldest = gateways[0]?.keysOf(ADDRESS).current;
      for (let turn = 0; turn < 3; turn += 1) {
        const gateway = gateways[(first + turn) % 3];
        if (gateway !== undefined) tellOwn(gateway);
      }
      expect([...namesOf(gateways)]).toEqual([oldest]);
    }
  });

  it('[SEC5] is followed by one that is the same too, also where clocks differ', () => {
    const { clock, gateways, tellOwn } = setUp([20_000, 0, -20_000]);
    gateways.forEach(tellOwn);
    expect(namesOf(gateways).size).toBe(1);
    const before = gateways[2]?.keysOf(ADDRESS).current;
    for (let minute = 0; minute < 70; minute += 1) {
      clock.now += MINUTE;
      gateways.forEach(tellOwn);
    }
    expect(namesOf(gateways).size).toBe(1);
    expect(gateways[2]?.keysOf(ADDRESS).current).not.toBe(before);
  });

  it('[PRV1] is not taken when it is old, of the future, or younger than the one in use', () => {
    const names = new NetworkNames(() => START);
    const { inUse } = names;
    for (const since of [START - PREFIX_KEY_LIFE, START + 2 * MINUTE, START + 1])
      names.use({ ...inUse, id: '00000000-0000-4000-8000-000000000000', since });
    expect(names.inUse).toBe(inUse);
  });

  it('leaves a network what it has spent when another key is taken', () => {
    const [old, young] = [new NetworkNames(() => START - 1), new NetworkNames(() => START)];
    const spent = young.keysOf(ADDRESS).current;
    young.use(old.inUse);
    expect(young.keysOf(ADDRESS)).toEqual({ current: old.keysOf(ADDRESS).current, previous: spent });
  });
});
