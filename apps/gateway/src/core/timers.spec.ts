import { Timers } from './timers';

const spansOf = (timers: Timers): number[] => [
  timers.pingInterval,
  timers.pingTimeout,
  timers.heartbeatValidity,
  timers.presenceLease,
  timers.holdingLease,
  timers.pagePollInterval,
  timers.workerInterval,
  timers.outageGap,
  timers.restAfterDecline,
  timers.quickExitGrace,
  timers.presenceSettleTime,
  ...Object.values(timers.reservedPlaces),
  timers.sessionRecheckInterval,
];

describe('timers', () => {
  it('shorten together, in whole milliseconds', () => {
    const inService = spansOf(new Timers(1));
    expect(spansOf(new Timers(0.05))).toEqual(inService.map((span) => span * 0.05));
    expect(spansOf(new Timers(0.033)).every(Number.isInteger)).toBe(true);
  });

  it('[ASG4] a lost responder is found within 30 s: first the heartbeat validity, then the lease, then a worker interval', () => {
    const { heartbeatValidity: answerCounts, holdingLease, workerInterval: round } = new Timers(1);
    expect(answerCounts + holdingLease + round).toBeLessThanOrEqual(30_000);
  });

  it('a page that answers never loses its lease between two renewals, and an outage is longer than a late round', () => {
    for (const scale of [0.02, 0.1, 1]) {
      const {
        heartbeatValidity: answerCounts,
        pingInterval: pingEvery,
        presenceLease,
        pagePollInterval: tick,
        holdingLease,
        outageGap: outage,
        workerInterval: round,
      } = new Timers(scale);
      expect(pingEvery + tick).toBeLessThanOrEqual(answerCounts);
      expect(Math.min(presenceLease, holdingLease)).toBeGreaterThan(2 * tick + pingEvery);
      expect(outage).toBeGreaterThan(2 * round);
      expect(outage).toBeLessThan(holdingLease);
    }
  });
});
