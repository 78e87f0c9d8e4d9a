import { costOf, hasTooManyPackets, PacketBudget, PACKETS_PER_PAYLOAD } from './packet-budget';

describe('the packets of a connection', () => {
  it('[OPS2] are so many at once, and so many a minute after that', () => {
    let now = 0;
    const budget = new PacketBudget({ burst: 10, perMinute: 60 }, () => now);
    for (let sent = 0; sent < 10; sent += 1) expect(budget.spend(1)).toBe(true);
    expect(budget.spend(1)).toBe(false);
    now += 2_000;
    expect([budget.spend(1), budget.spend(1)]).toEqual([true, false]);
    now += 3_600_000;
    for (let sent = 0; sent < 10; sent += 1) expect(budget.spend(1)).toBe(true);
    expect(budget.spend(1)).toBe(false);
  });

  it('[OPS2] may be more once the page has joined', () => {
    const budget = new PacketBudget({ burst: 1, perMinute: 1 }, () => 0);
    expect([budget.spend(1), budget.spend(1)]).toEqual([true, false]);
    budget.become({ burst: 3, perMinute: 1 });
    expect([budget.spend(3), budget.spend(1)]).toEqual([true, false]);
  });

  it('cost more when they are large', () => {
    expect([costOf('2["x"]'), costOf(undefined), costOf('x'.repeat(65_536))]).toEqual([1, 1, 17]);
  });

  it('[SEC4] of one payload of long-polling are counted before they are cut up', () => {
    expect(hasTooManyPackets(Array(PACKETS_PER_PAYLOAD).fill('42["x"]').join('\u001e'))).toBe(false);
    expect(
      hasTooManyPackets(
        Array(PACKETS_PER_PAYLOAD + 1)
          .fill('2')
          .join('\u001e'),
      ),
    ).toBe(true);
    expect(hasTooManyPackets('')).toBe(false);
  });
});
