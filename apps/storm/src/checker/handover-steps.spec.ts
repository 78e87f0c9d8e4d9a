import type { StoredHandover } from './stored-state';
import { AStorm } from './testing/a-storm';

const flaws = (storm: AStorm): number => storm.judged().unaudited;

describe('the checker of handovers', () => {
  const STEPS = [
    'handover_proposed',
    'handover_offered',
    'handover_accepted',
    'visitor_asked',
    'visitor_agreed',
  ];
  const PASSED = [...STEPS, 'handover_joined', 'brief_read', 'control_passed', 'handover_left'];
  const handedOver = (steps: readonly string[], more: Partial<StoredHandover> = {}): AStorm => {
    const storm = new AStorm();
    storm.stored.handovers.push({ id: 'h1', state: 'left', wasRead: true, hasPassed: true, ...more });
    for (const step of steps) storm.audited(step, { subject: 'h1' });
    return storm;
  };
  const open = { wasRead: false, hasPassed: false };

  it('finds nothing wrong with one that was recorded step by step', () => {
    expect(flaws(handedOver(PASSED))).toBe(0);
    expect(flaws(handedOver(STEPS, { state: 'visitor_asked', ...open }))).toBe(0);
    const refused = [...STEPS.slice(0, 4), 'handover_closed'];
    expect(flaws(handedOver(refused, { state: 'visitor_said_no', ...open }))).toBe(0);
    const askedOn = ['handover_proposed', 'handover_offered', 'handover_declined', 'handover_offered'];
    expect(flaws(handedOver(askedOn, { state: 'offered', ...open }))).toBe(0);
  });

  it.each(['handover_proposed', 'brief_read', 'control_passed', 'handover_left'])(
    '[AUD1] misses %s, and hears it twice',
    (step) => {
      expect(flaws(handedOver(PASSED.filter((one) => one !== step)))).toBe(1);
      const twice = PASSED.flatMap((one) => (one === step ? [one, one] : [one]));
      expect(flaws(handedOver(twice))).toBe(1);
    },
  );

  it('[AUD1] takes no step after the end, and none of what is no handover', () => {
    expect(flaws(handedOver([...PASSED, 'visitor_asked']))).toBeGreaterThan(0);
    expect(flaws(new AStorm().audited('handover_proposed', { subject: 'h9' }))).toBe(1);
  });
});
