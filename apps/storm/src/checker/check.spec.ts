import type { HistoryEvent } from '../history/history-event';
import { ALL, AStorm, HELLO, read, sent, settled, T0 } from './testing/a-storm';
import { COUNTS, type Count } from './violation';

const counted = (storm: AStorm) => {
  const verdict = storm.judged();
  return Object.fromEntries(
    COUNTS.filter((count) => verdict[count] > 0).map((count) => [count, verdict[count]]),
  );
};
const only = (count: Count) => ({ [count]: 1 });
const isAck = (event: HistoryEvent): boolean => event.k === 'ack';

describe('the checker', () => {
  it('finds nothing wrong where nothing is, and counts what was acknowledged', () => {
    const verdict = new AStorm().judged();
    expect(verdict).toMatchObject({ acked: 2, maxStrandedSeconds: 0, explanations: [] });
    expect(counted(new AStorm())).toEqual({});
  });

  it('lets an outcome that nobody knows be either', () => {
    expect(counted(new AStorm().without(isAck))).toEqual({});
    const notStored = new AStorm().also(sent(9, { id: 'm9' })).also({ k: 'unknown', n: 9, why: 'timeout' });
    expect(counted(notStored)).toEqual({});
  });

  describe('of messages', () => {
    it('[MSG1] counts as lost what was acknowledged and is not stored', () => {
      const storm = new AStorm().also(sent(9, { id: 'm9' })).also({ k: 'ack', n: 9, seq: 5, at: T0 });
      expect(counted(storm)).toEqual(only('lost'));
      expect(storm.judged().explanations).toEqual([
        expect.stringMatching(/^lost: m9 acknowledged as 5 \(:\d+\), and not stored$/),
      ]);
    });

    it('[MSG1] counts as lost what a connected page with a right to it does not show after healing', () => {
      const behind = (who: string) =>
        new AStorm().without((event) => event.k === 'settled' && event.who === who).also(settled(who, 3));
      expect(counted(behind('v1'))).toEqual(only('lost'));
      expect(counted(behind('s:sam'))).toEqual(only('lost'));
      const away = behind('v1').without((event) => event.k === 'settled' && event.count === 3);
      expect(counted(away.also({ ...settled('v1', 3), connected: false } as HistoryEvent))).toEqual({});
    });

    it('[MSG2] counts as duplicated an id that is stored twice, or was acknowledged twice', () => {
      const stored = new AStorm().enters(5, { id: 'm1', role: 'visitor', print: HELLO });
      expect(counted(stored)).toEqual(only('duplicated'));
      const acked = new AStorm().also(sent(9)).also({ k: 'ack', n: 9, seq: 4, at: T0 });
      expect(counted(acked)).toEqual({ duplicated: 1, misordered: 1 });
    });

    it('[MSG2] counts as duplicated one text under two ids, and one start with two conversations', () => {
      const text = new AStorm()
        .also(sent(9, { id: 'm9' }))
        .enters(5, { id: 'm9', role: 'visitor', print: HELLO });
      expect(counted(text)).toEqual(only('duplicated'));
      const start = new AStorm().also({ k: 'started', who: 'v2', conversation: 'c2', startId: 'start1' });
      expect(counted(start)).toEqual(only('duplicated'));
    });

    it.each([
      ['a hole', 6],
      ['a number twice', 4],
    ])('[MSG3] counts as misordered a timeline with %s', (_, seq) => {
      const storm = new AStorm().also(sent(9, { id: 'm9', body: 'x' }));
      expect(counted(storm.enters(seq, { id: 'm9', role: 'visitor', print: 'x' }))).toEqual(
        only('misordered'),
      );
    });

    it('[MSG3] counts as misordered another number than the one acknowledged, and a page with a gap', () => {
      const moved = new AStorm();
      moved.without((event) => event.k === 'ack' && event.n === 2).also({ k: 'ack', n: 2, seq: 7, at: T0 });
      expect(counted(moved)).toEqual(only('misordered'));
      expect(counted(new AStorm().also(read('v1', ALL.slice(2), 1)))).toEqual(only('misordered'));
      expect(counted(new AStorm().also(read('v1', [], 1)))).toEqual(only('misordered'));
    });

    it('[MSG3] counts as misordered what a page shows in another order than it is stored', () => {
      const swapped = { ...settled('v1'), digest: 'another' } as HistoryEvent;
      expect(counted(new AStorm().also(swapped))).toEqual(only('misordered'));
    });

    it.each([
      ['that nobody sent', { id: 'm9', role: 'visitor' as const, print: 'x' }],
      ['that cannot be opened', { id: 'm1', role: 'visitor' as const, print: null }],
    ])('[MSG6] counts as crossed a stored message %s', (_, stored) => {
      const storm = new AStorm();
      if (stored.id === 'm1') Object.assign(storm.stored.entries[2] ?? {}, stored);
      else storm.enters(5, stored);
      expect(storm.judged().crossed).toBeGreaterThan(0);
    });

    it('[MSG6] counts as crossed another text, author or conversation than was sent', () => {
      const text = new AStorm().also(sent(9, { body: 'another' })).also({ k: 'ack', n: 9, seq: 3, at: T0 });
      expect(counted(text)).toEqual(only('crossed'));
      const author = new AStorm();
      Object.assign(author.stored.entries[3] ?? {}, { staff: 'jo' });
      expect(author.judged().crossed).toBeGreaterThan(0);
      const elsewhere = new AStorm()
        .also(sent(9, { id: 'm9', conversation: 'c2', body: 'x' }))
        .enters(5, { id: 'm9', role: 'visitor', print: 'x' });
      expect(counted(elsewhere)).toEqual(only('crossed'));
    });

    it('[MSG6] counts as crossed what was written after the end', () => {
      const storm = new AStorm().enters(5, { kind: 'ended', print: 'ended' }).audited('conversation_ended');
      Object.assign(storm.stored.holdings[0] ?? {}, { endedAt: T0 + 500 });
      Object.assign(storm.stored.conversations[0] ?? {}, { state: 'ended' });
      expect(counted(storm)).toEqual({});
      storm.also(sent(9, { id: 'm9', body: 'x' })).enters(6, { id: 'm9', role: 'visitor', print: 'x' });
      expect(counted(storm)).toEqual(only('crossed'));
    });

    it('[MSG6] counts as crossed what a page heard without a right to it', () => {
      const stranger = new AStorm()
        .also({ k: 'person', who: 's:jo', staff: 'jo', role: 'responder' })
        .also(read('s:jo', ALL))
        .audited('conversation_read', { actor: 'jo' });
      expect(counted(stranger)).toEqual(only('crossed'));
      const otherVisitor = new AStorm().also({ k: 'started', who: 'v2', conversation: 'c9', startId: 's9' });
      expect(counted(otherVisitor.also(read('v2', ALL)))).toEqual(only('crossed'));
    });
  });

  describe('of holdings', () => {
    const handedOn = () => {
      const storm = new AStorm()
        .enters(5, { kind: 'requeued', print: 'requeued', staff: 'sam' })
        .enters(6, { kind: 'joined', print: 'joined', staff: 'jo' })
        .audited('holding_lost', { epoch: 1, subject: 'sam' })
        .audited('holding_began', { epoch: 2, actor: 'jo' });
      Object.assign(storm.stored.holdings[0] ?? {}, { endedAt: T0 + 500, wrappedUpAt: T0 + 500 });
      Object.assign(storm.stored.conversations[0] ?? {}, { epoch: 2 });
      const holding = { conversation: 'c1', epoch: 2, staff: 'jo', beganAt: T0 + 600, endedAt: null };
      storm.stored.holdings.push({ ...holding, wrappedUpAt: null, isWrappedUp: false });
      return storm;
    };

    it('[ASG1] counts as held twice two holdings that overlap, and two that are open', () => {
      expect(counted(handedOn())).toEqual({});
      const overlapping = handedOn();
      Object.assign(overlapping.stored.holdings[1] ?? {}, { beganAt: T0 + 450 });
      Object.assign(overlapping.stored.entries[5] ?? {}, { at: T0 + 450 });
      expect(counted(overlapping)).toEqual(only('doubleHeld'));
      const open = handedOn();
      Object.assign(open.stored.holdings[0] ?? {}, { endedAt: null });
      expect(open.judged().doubleHeld).toBeGreaterThan(0);
    });

    it('[ASG2] counts a write under an older epoch than the one that began before it', () => {
      const storm = handedOn()
        .also(sent(9, { id: 'm9', who: 's:sam', role: 'responder', body: 'x', epoch: 1 }))
        .enters(7, { id: 'm9', role: 'responder', staff: 'sam', print: 'x' });
      expect(counted(storm)).toEqual(only('staleWrites'));
    });

    it('[MSG6] counts as crossed what a former holder still hears', () => {
      const storm = handedOn().also({ ...read('s:sam', [[6, 'e6', 'joined']], 5), head: 6 } as HistoryEvent);
      expect(counted(storm)).toEqual(only('crossed'));
    });

    it('[ASG3] counts a conversation taken over capacity, wrap-ups included', () => {
      const busy = new AStorm();
      Object.assign(busy.stored.staff[0] ?? {}, { capacity: 1 });
      expect(counted(busy)).toEqual({});
      const earlier = { conversation: 'c0', epoch: 1, staff: 'sam', beganAt: T0, endedAt: T0 + 100 };
      busy.stored.holdings.unshift({ ...earlier, wrappedUpAt: T0 + 150, isWrappedUp: false });
      busy.audited('holding_began', { conversation: 'c0', epoch: 1 });
      expect(counted(busy)).toEqual({});
      Object.assign(busy.stored.holdings[0] ?? {}, { wrappedUpAt: T0 + 250 });
      expect(counted(busy)).toEqual(only('overCapacity'));
    });
  });

  describe('of who was left alone', () => {
    const goes: HistoryEvent = { k: 'line', who: 's:sam', state: 'reconnecting', line: 1, gateway: 1 };

    it('[ASG4] counts a visitor who stays with a responder gone for longer than lease and sweep, and measures it', () => {
      expect(counted(new AStorm().also(goes, 2_000).settlesAt(6_000))).toEqual({});
      const storm = new AStorm().also(goes, 2_000).settlesAt(9_000);
      expect(counted(storm)).toEqual(only('stranded'));
      expect(storm.judged().maxStrandedSeconds).toBe(70);
      const left = new AStorm().also(goes, 2_000).settlesAt(9_000).enters(5, { kind: 'visitor_left' });
      Object.assign(left.stored.conversations[0] ?? {}, { visitorLeftAt: T0 + 3_000 });
      expect(counted(left.audited('visitor_left_quickly'))).toEqual({});
    });

    it('[ASG4] counts again after an outage, which evicts nobody', () => {
      const outage = { k: 'nemesis', at: 0, what: 'healed', target: 'postgres', kill: false } as const;
      const storm = new AStorm().also(goes, 2_000).also(outage, 5_000).settlesAt(9_000);
      expect(counted(storm)).toEqual({});
    });

    it('[ASG6] counts a place that changed, in the queue or as a responder saw it', () => {
      const moved = new AStorm();
      Object.assign(moved.stored.conversations[0] ?? {}, { enteredAt: T0 + 100 + 5_000 });
      expect(moved.judged().stranded).toBeGreaterThan(0);
      const seen = new AStorm().also({
        k: 'offered',
        who: 's:sam',
        conversation: 'c1',
        enteredAt: T0 + 7_000,
      });
      expect(counted(seen)).toEqual(only('stranded'));
    });

    it('[ASG4] counts an offer that never ended, and a conversation with nobody in it', () => {
      const offer = new AStorm();
      Object.assign(offer.stored.offers[0] ?? {}, { outcome: null, closedAt: null });
      expect(offer.judged().stranded).toBe(1);
      const nobody = new AStorm();
      Object.assign(nobody.stored.holdings[0] ?? {}, { endedAt: T0 + 900 });
      expect(counted(nobody)).toEqual(only('stranded'));
    });
  });

  describe('of the audit', () => {
    it.each(['conversation_started', 'offer_made', 'holding_began', 'signed_in', 'availability_changed'])(
      '[AUD1] counts a fact of kind %s without its row',
      (action) => {
        const storm = new AStorm();
        storm.stored.audit = storm.stored.audit.filter((row) => row.action !== action);
        expect(counted(storm)).toEqual(only('unaudited'));
      },
    );

    it('[AUD1] counts a row too many, a row of what never was, and a reading nobody recorded', () => {
      expect(counted(new AStorm().audited('holding_began', { epoch: 1 }))).toEqual(only('unaudited'));
      expect(counted(new AStorm().audited('wrapped_up', { epoch: 1 }))).toEqual(only('unaudited'));
      const unread = new AStorm();
      unread.stored.audit = unread.stored.audit.filter((row) => row.action !== 'conversation_read');
      expect(counted(unread)).toEqual(only('unaudited'));
    });
  });

  it('gives three explanations of each count at most, the shortest first, the worst count before the others', () => {
    const storm = new AStorm();
    for (let n = 10; n < 20; n += 1)
      storm.also(sent(n, { id: `m${'9'.repeat(n)}` })).also({ k: 'ack', n, seq: n, at: T0 });
    storm.audited('wrapped_up', { epoch: 1 });
    const { explanations, lost } = storm.judged();
    expect(lost).toBe(10);
    expect(explanations.map((line) => line.split(':')[0])).toEqual(['lost', 'lost', 'lost', 'unaudited']);
    expect(explanations[0]?.length).toBeLessThan(explanations[1]?.length ?? 0);
  });
});
