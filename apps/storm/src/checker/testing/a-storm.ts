import { bodyPrint, digestOf } from '../../history/fingerprint';
import type { HeardEntry, HistoryEvent } from '../../history/history-event';
import type { Verdict } from '../../types';
import { Trial } from '../check';
import type {
  StoredAudit,
  StoredConversation,
  StoredEntry,
  StoredHandover,
  StoredHolding,
  StoredObservation,
  StoredOffer,
  StoredSession,
  StoredStaff,
  StoredState,
} from '../stored-state';

type Editable<Row> = { -readonly [Column in keyof Row]: Row[Column] };

/** A database after a storm, to be spoilt. */
interface StoredEditable {
  now: number;
  conversations: Editable<StoredConversation>[];
  entries: Editable<StoredEntry>[];
  holdings: Editable<StoredHolding>[];
  offers: Editable<StoredOffer>[];
  handovers: Editable<StoredHandover>[];
  staff: Editable<StoredStaff>[];
  observations: Editable<StoredObservation>[];
  sessions: Editable<StoredSession>[];
  audit: Editable<StoredAudit>[];
}

type Timed = HistoryEvent & { readonly w: number };

export const HELLO = bodyPrint('visitor', 'hello');
export const WELCOME = bodyPrint('responder', 'welcome');
export const T0 = 1_000_000;

const entry = (seq: number, more: Partial<StoredEntry>): Editable<StoredEntry> => ({
  conversation: 'c1',
  seq,
  id: `e${seq}`,
  kind: 'message',
  role: null,
  staff: null,
  print: more.kind ?? null,
  at: T0 + seq * 100,
  ...more,
});

const audit = (action: string, more: Partial<StoredAudit> = {}): Editable<StoredAudit> => ({
  id: 0,
  action,
  actor: null,
  conversation: 'c1',
  epoch: null,
  subject: null,
  whom: null,
  reason: null,
  ...more,
});

const aConversation: Editable<StoredConversation> = {
  id: 'c1',
  startId: 'start1',
  state: 'talking',
  band: 3,
  enteredAt: T0 + 100,
  lastSeq: 4,
  epoch: 1,
  visitorLeftAt: null,
  endReason: null,
  isInDanger: false,
  safetyAt: T0 + 100,
  dangerLoweredBy: [],
};
const held: Editable<StoredHolding> = {
  conversation: 'c1',
  epoch: 1,
  staff: 'sam',
  beganAt: T0 + 200,
  endedAt: null,
  wrappedUpAt: null,
  isWrappedUp: false,
};
const taken: Editable<StoredOffer> = {
  id: 'o1',
  conversation: 'c1',
  staff: 'sam',
  madeAt: T0 + 150,
  expiresAt: T0 + 2_150,
  outcome: 'accepted',
  closedAt: T0 + 200,
};

const stored = (): StoredEditable => ({
  now: T0 + 60_000,
  conversations: [{ ...aConversation }],
  entries: [
    entry(1, { kind: 'started' }),
    entry(2, { kind: 'joined', staff: 'sam' }),
    entry(3, { role: 'visitor', print: HELLO, id: 'm1' }),
    entry(4, { role: 'responder', staff: 'sam', print: WELCOME, id: 'm2' }),
  ],
  holdings: [{ ...held }],
  offers: [{ ...taken }],
  handovers: [],
  staff: [
    { id: 'sam', capacity: 2, availability: 'available' },
    { id: 'jo', capacity: 2, availability: 'away' },
  ],
  observations: [],
  sessions: [{ id: 'session1', endedAt: null }],
  audit: [
    audit('conversation_started'),
    audit('signed_in', { conversation: null, actor: 'sam', subject: 'session1' }),
    audit('availability_changed', { conversation: null, actor: 'sam', reason: 'available' }),
    audit('offer_made', { subject: 'o1' }),
    audit('offer_accepted', { actor: 'sam', subject: 'o1' }),
    audit('holding_began', { actor: 'sam', epoch: 1 }),
    audit('conversation_read', { actor: 'sam' }),
  ],
});

export const ALL: readonly HeardEntry[] = [
  [1, 'e1', 'started'],
  [2, 'e2', 'joined'],
  [3, 'm1', HELLO],
  [4, 'm2', WELCOME],
];

/** A page of everything after a number, as a reader got it. */
export const read = (who: string, entries: readonly HeardEntry[], after = 0): HistoryEvent => ({
  k: 'heard',
  who,
  line: 1,
  conversation: 'c1',
  via: 'page',
  after,
  head: 4,
  entries,
});

export const sent = (n: number, more: Partial<Extract<HistoryEvent, { k: 'try' }>> = {}): HistoryEvent => ({
  k: 'try',
  n,
  who: 'v1',
  conversation: 'c1',
  id: 'm1',
  body: HELLO,
  role: 'visitor',
  epoch: null,
  gateway: 0,
  ...more,
});

export const settled = (who: string, count = 4): HistoryEvent => ({
  k: 'settled',
  who,
  conversation: 'c1',
  connected: true,
  head: 4,
  count,
  digest: digestOf(ALL.slice(0, count)),
});

const happened = (): HistoryEvent[] => [
  { k: 'run', seed: 7, timeScale: 0.1 },
  { k: 'line', who: 'v1', state: 'online', line: 1, gateway: 0 },
  { k: 'line', who: 's:sam', state: 'online', line: 1, gateway: 1 },
  { k: 'person', who: 's:sam', staff: 'sam', role: 'responder' },
  { k: 'started', who: 'v1', conversation: 'c1', startId: 'start1' },
  { k: 'offered', who: 's:sam', conversation: 'c1', enteredAt: T0 + 100 },
  sent(1),
  { k: 'unknown', n: 1, why: 'timeout' },
  sent(2),
  { k: 'ack', n: 2, seq: 3, at: T0 + 300 },
  sent(3, { who: 's:sam', id: 'm2', body: WELCOME, role: 'responder', epoch: 1 }),
  { k: 'ack', n: 3, seq: 4, at: T0 + 400 },
  read('v1', ALL),
  read('s:sam', ALL),
  settled('v1'),
  settled('s:sam'),
];

/** One visitor, one responder, one message each way, and nothing wrong with it; to be spoilt in one place. */
export class AStorm {
  readonly stored = stored();
  private readonly events: Timed[] = happened().map((event, index) => ({ ...event, w: T0 + 1_000 + index }));

  /** Before everything settled, at a moment of its own (ms after the beginning). */
  also(event: HistoryEvent, at = 1_010): this {
    const place = this.events.findIndex(({ k }) => k === 'settled');
    this.events.splice(place, 0, { ...event, w: T0 + at });
    return this;
  }

  /** All settled at this moment (ms after the beginning). */
  settlesAt(at: number): this {
    this.events.forEach((event, index) => {
      if (event.k === 'settled') this.events[index] = { ...event, w: T0 + at };
    });
    return this;
  }

  without(isIt: (event: HistoryEvent) => boolean): this {
    const left = this.events.filter((event) => !isIt(event));
    this.events.splice(0, this.events.length, ...left);
    return this;
  }

  audited(action: string, more: Partial<StoredAudit> = {}): this {
    this.stored.audit.push(audit(action, more));
    return this;
  }

  enters(seq: number, more: Partial<StoredEntry>): this {
    this.stored.entries.push(entry(seq, more));
    for (const row of this.stored.conversations) row.lastSeq = this.stored.entries.length;
    return this;
  }

  judged(): Verdict {
    const trial = new Trial(this.stored satisfies StoredState);
    this.events.forEach((event, index) => trial.see({ ...event, t: index, ln: index + 1 }));
    return trial.verdict();
  }
}
