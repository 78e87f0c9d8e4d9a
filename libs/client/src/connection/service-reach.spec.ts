import { ManualClock } from '../testing/manual-clock';
import type { Outcome } from './outcome';
import { ServiceReach } from './service-reach';

const done: Outcome<number> = { kind: 'done', value: 1 };

describe('the reach of the service', () => {
  it('is lost from the first answer that says so, and found with the first that is done', async () => {
    const clock = new ManualClock();
    const reach = new ServiceReach(clock);
    expect(reach.unreachableSince.get()).toBeNull();
    const since = clock.now();
    reach.observe({ kind: 'refused', refusal: 'unavailable' });
    await clock.advance(1_000);
    reach.observe({ kind: 'unknown', why: 'timeout' });
    expect(reach.unreachableSince.get()).toBe(since);
    expect(reach.observe(done)).toBe(done);
    expect(reach.unreachableSince.get()).toBeNull();
  });

  it('is not judged by refusals that need no service, nor by a line that was cut', () => {
    const reach = new ServiceReach(new ManualClock());
    reach.observe({ kind: 'refused', refusal: 'too_fast' });
    reach.observe({ kind: 'unknown', why: 'disconnected' });
    expect(reach.unreachableSince.get()).toBeNull();
    reach.observe({ kind: 'unknown', why: 'timeout' });
    reach.observe({ kind: 'refused', refusal: 'too_fast' });
    expect(reach.unreachableSince.get()).not.toBeNull();
  });
});
