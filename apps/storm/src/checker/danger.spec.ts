import type { HistoryEvent } from '../history/history-event';
import { AStorm, read, T0 } from './testing/a-storm';

describe('the checker, of danger', () => {
  const ended = (reason: string, more: Partial<AStorm['stored']['conversations'][number]> = {}): AStorm => {
    const storm = new AStorm().enters(5, { kind: 'ended', staff: 'sam' });
    for (const row of storm.stored.conversations)
      Object.assign(row, { state: 'ended', endReason: reason, isInDanger: true, ...more });
    for (const row of storm.stored.holdings) row.endedAt = T0 + 500;
    return storm
      .also({ ...read('v1', [[5, 'e5', 'ended']], 4), head: 5 } as HistoryEvent)
      .audited('conversation_ended', { actor: 'sam', epoch: 1, reason });
  };
  const loneEnds = (storm: AStorm): number => storm.judged().loneEnds;
  const agreed = { actor: 'ana', whom: 'sam', subject: 'q1' };

  it('[SAF2] counts as a lone end what nobody agreed to, or agreed to under another epoch, or to themselves', () => {
    expect(loneEnds(ended('boundary'))).toBe(1);
    expect(loneEnds(ended('connection_lost'))).toBe(1);
    expect(loneEnds(ended('boundary').audited('ending_agreed', { ...agreed, epoch: 1 }))).toBe(0);
    expect(loneEnds(ended('boundary', { epoch: 2 }).audited('ending_agreed', { ...agreed, epoch: 1 }))).toBe(
      1,
    );
    const own = { ...agreed, actor: 'sam', epoch: 1 };
    expect(loneEnds(ended('boundary').audited('ending_agreed', own))).toBe(1);
  });

  it('[SAF2] counts who lowered the answer and ended alone, and no end of the visitor’s own', () => {
    const lowered = (...by: string[]) => ended('boundary', { isInDanger: false, dangerLoweredBy: by });
    expect(loneEnds(lowered('sam'))).toBe(1);
    expect(loneEnds(lowered('ana'))).toBe(0);
    expect(loneEnds(lowered('ana', 'sam'))).toBe(1);
    const timed = lowered('ana');
    for (const row of timed.stored.audit) row.actor = null;
    for (const row of timed.stored.conversations) row.endReason = 'went_quiet';
    expect(loneEnds(timed)).toBe(1);
    expect(loneEnds(ended('visitor_ended'))).toBe(0);
    expect(loneEnds(ended('quick_exit'))).toBe(0);
    expect(loneEnds(ended('quick_exit', { visitorLeftAt: T0 + 300 }))).toBe(1);
  });

  /** In danger and waiting for a minute of product time, with Ana connected. */
  const waiting = (): AStorm => {
    const storm = new AStorm()
      .also({ k: 'person', who: 's:ana', staff: 'ana', role: 'supervisor' }, 0)
      .also({ k: 'line', who: 's:ana', state: 'online', line: 1, gateway: 0 }, 0)
      .settlesAt(20_000);
    for (const row of storm.stored.conversations) row.isInDanger = true;
    for (const row of storm.stored.entries) if (row.kind === 'joined') row.at = T0 + 7_000;
    return storm;
  };
  const unheard = (storm: AStorm): number => storm.judged().unheard;

  it('[SAF1] counts as unheard who waited in danger past the limit while no connected supervisor was alarmed', () => {
    const alarm = { k: 'alarmed', who: 's:ana', conversation: 'c1' } as const;
    expect(unheard(waiting())).toBe(1);
    expect(unheard(waiting().also(alarm, 2_500))).toBe(0);
    expect(unheard(waiting().also(alarm, 6_500))).toBe(1);
    expect(unheard(waiting().also({ ...alarm, conversation: 'c2' }, 2_500))).toBe(1);
    const outage = { k: 'nemesis', what: 'healed', target: 'postgres' } as HistoryEvent;
    expect(unheard(waiting().also(outage, 3_500))).toBe(0);
    const nobody = waiting().without((event) => event.k === 'line' && event.who === 's:ana');
    expect(unheard(nobody)).toBe(0);
  });
});
