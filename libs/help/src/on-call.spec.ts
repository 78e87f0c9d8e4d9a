import { instant, MINUTE, SECOND } from '@warmline/kernel';
import { isOnCallDue, ON_CALL_TRIES, onCallRetryAfter, unheardNeeds, type Need } from './on-call';

const at = (ms: number) => instant(1_000_000 + ms);
const since = (ms: number): Need => ({ since: at(ms) });

describe('on-call contacts', () => {
  it('[SAF1] are told when no supervisor was connected for 30 s, counted from the need', () => {
    const never = { supervisorSeenAt: null, toldAt: null };
    expect(isOnCallDue([since(0)], { ...never, now: at(30 * SECOND - 1) })).toBe(false);
    expect(isOnCallDue([since(0)], { ...never, now: at(30 * SECOND) })).toBe(true);
  });

  it('[SAF1] are told 30 s after the last supervisor left', () => {
    const left = { supervisorSeenAt: at(MINUTE), toldAt: null };
    expect(isOnCallDue([since(0)], { ...left, now: at(MINUTE + 30 * SECOND - 1) })).toBe(false);
    expect(isOnCallDue([since(0)], { ...left, now: at(MINUTE + 30 * SECOND) })).toBe(true);
  });

  it('[SAF1] are told again every 5 minutes about the same need', () => {
    const told = { supervisorSeenAt: null, toldAt: at(30 * SECOND) };
    expect(isOnCallDue([since(0)], { ...told, now: at(5 * MINUTE + 30 * SECOND - 1) })).toBe(false);
    expect(isOnCallDue([since(0)], { ...told, now: at(5 * MINUTE + 30 * SECOND) })).toBe(true);
  });

  it('[SAF1] are told of someone else at once, and never twice in a minute', () => {
    const told = { supervisorSeenAt: null, toldAt: at(30 * SECOND) };
    const both = [since(0), since(10 * SECOND)];
    expect(isOnCallDue(both, { ...told, now: at(89 * SECOND) })).toBe(false);
    expect(isOnCallDue(both, { ...told, now: at(90 * SECOND) })).toBe(true);
  });

  it('are not told of a need that a connected supervisor hears', () => {
    const moment = { supervisorSeenAt: at(9 * MINUTE), now: at(9 * MINUTE) };
    expect(unheardNeeds([since(0)], moment)).toEqual([]);
  });

  it('a message is tried five times, each time after twice as long', () => {
    const waits = Array.from({ length: ON_CALL_TRIES }, (_, index) => onCallRetryAfter(index + 1));
    expect(waits).toEqual([5 * SECOND, 10 * SECOND, 20 * SECOND, 40 * SECOND, null]);
  });
});
