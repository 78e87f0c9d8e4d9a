import { MINUTE, SECOND } from '@warmline/kernel';
import { Budget, NetworkBudget } from './network-budget';
import { NetworkNames, PREFIX_KEY_LIFE } from './network-prefix';

const SIZE = { burst: 5, perMinute: 2 };
const takenOf = (tries: number, take: () => boolean): number =>
  Array.from({ length: tries }, take).filter(Boolean).length;

describe('a budget', () => {
  it('gives a burst at once, then so many a minute, and never more than a burst', () => {
    let now = 0;
    const budget = new Budget(SIZE, () => now);
    expect(takenOf(50, () => budget.take())).toBe(5);
    expect(budget.isSpent).toBe(true);
    now = MINUTE;
    expect(takenOf(50, () => budget.take())).toBe(2);
    now = 60 * MINUTE;
    expect(takenOf(50, () => budget.take())).toBe(5);
  });
});

describe('a budget for each network', () => {
  const clock = { now: 0 };
  const started = () => {
    clock.now = 0;
    const names = new NetworkNames(() => clock.now);
    const budget = new NetworkBudget(SIZE, () => clock.now);
    return { budget, take: (address: string) => budget.take(names.keysOf(address)) };
  };

  it('is spent by one network and not by its neighbour', () => {
    const { take } = started();
    expect(takenOf(300, () => take('203.0.113.9'))).toBe(5);
    expect(take('203.0.113.77')).toBe(false);
    expect(take('203.0.114.9')).toBe(true);
  });

  it('does not begin again when the key of the names is replaced', () => {
    const { take } = started();
    clock.now = PREFIX_KEY_LIFE - SECOND;
    takenOf(5, () => take('203.0.113.9'));
    clock.now = PREFIX_KEY_LIFE;
    expect(take('203.0.113.9')).toBe(false);
  });

  it('forgets a network that has its whole budget again, and keeps few in memory', () => {
    const { budget, take } = started();
    for (let network = 0; network < 65_536; network += 1) take(`10.${network >> 8}.${network & 255}.1`);
    expect(budget.networks).toBeLessThanOrEqual(20_000);
    clock.now = 10 * MINUTE;
    take('203.0.113.9');
    expect(budget.networks).toBe(1);
  });
});
