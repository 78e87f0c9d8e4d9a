import { ManualClock } from '../testing/manual-clock';
import type { Outcome } from './outcome';
import { ServiceReach } from './service-reach';

const done: Outcome<number> = { kind: 'done', value: 1 };

describe('the reach of the service', () => {
  it('is lost from the first answer that says so, and found with the first that is done', async () => {
    const clock = new ManualClock();
    const reach = new ServiceReach(clock);
    expect(reach.lostSince.get()).toBeNull();
    const since = clock.now();
    reach.heard({ kind: 'refused', refusal: 'unavailable' });
    await clock.advance(1_000);
    reach.heard({ kind: 'unknown', why: 'timeout' });
    expect(reach.lostSince.get()).toBe(since);
    expect(reach.heard(done)).toBe(done);
    expect(reach.lostSince.get()).toBeNull();
  });

  it('is not judged by refusals that need no service, nor by a line that was cut', () => {
    const reach = new ServiceReach(new ManualClock());
    reach.heard({ kind: 'refused', refusal: 'too_fast' });
    reach.heard({ kind: 'unknown', why: 'disconnected' });
    expect(reach.lostSince.get()).toBeNull();
    reach.heard({ kind: 'unknown', why: 'timeout' });
    reach.heard({ kind: 'refused', refusal: 'too_fast' });
    expect(reach.lostSince.get()).not.toBeNull();
  });
});
