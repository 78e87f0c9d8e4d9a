import type { Try } from '../history/history-event';
import type { Judge, Noted } from './judge';
import { groupBy, type StoredEntry, type StoredState } from './stored-state';
import { violation, type Violation } from './violation';

type NotedTry = Try & { readonly ln: number };

/**
 * Acknowledged, stored and attempted, held against one another: acked ⊆ stored ⊆ attempted. What ended as unknown may
 * be stored or not; both are right.
 */
export class Messages implements Judge {
  private readonly tries = new Map<number, NotedTry>();
  private readonly byId = new Map<string, NotedTry[]>();
  private readonly ackedAs = new Map<string, number>();
  private readonly startedAs = new Map<string, string>();
  private readonly stored: ReadonlyMap<string, readonly StoredEntry[]>;
  private readonly found: Violation[] = [];
  private readonly staffOf = new Map<string, string>();

  constructor(private readonly state: StoredState) {
    this.stored = groupBy(
      state.entries.filter(({ kind }) => kind === 'message'),
      ({ id }) => id,
    );
  }

  /** Ids acknowledged, each once. */
  get acked(): number {
    return this.ackedAs.size;
  }

  /** Every try of this id. */
  triesOf(id: string): readonly NotedTry[] {
    return this.byId.get(id) ?? [];
  }

  see(event: Noted): void {
    if (event.k === 'try') this.remember(event);
    else if (event.k === 'ack') this.acknowledged(event.n, event.seq, event.ln);
    else if (event.k === 'started') this.started(event);
    else if (event.k === 'person') this.staffOf.set(event.who, event.staff);
  }

  verdict(): readonly Violation[] {
    for (const entries of this.stored.values()) for (const entry of entries) this.judgeStored(entry);
    return [...this.found, ...this.twice()];
  }

  private remember(attempt: NotedTry): void {
    this.tries.set(attempt.n, attempt);
    const known = this.byId.get(attempt.id);
    if (known === undefined) this.byId.set(attempt.id, [attempt]);
    else known.push(attempt);
  }

  private started({ startId, conversation, ln }: Extract<Noted, { k: 'started' }>): void {
    const first = this.startedAs.get(startId);
    if (first !== undefined && first !== conversation)
      this.add('duplicated', `start ${startId} began ${first} and ${conversation} (:${ln})`);
    this.startedAs.set(startId, conversation);
  }

  private acknowledged(n: number, seq: number, ln: number): void {
    const attempt = this.tries.get(n);
    if (attempt === undefined) return;
    const { id, conversation } = attempt;
    const first = this.ackedAs.get(id);
    if (first !== undefined && first !== seq)
      this.add('duplicated', `${id} acknowledged as ${first} and as ${seq} (:${ln})`);
    this.ackedAs.set(id, seq);
    const entry = this.stored.get(id)?.find((one) => one.conversation === conversation);
    if (entry === undefined) this.add('lost', `${id} acknowledged as ${seq} (:${ln}), and not stored`);
    else if (entry.seq !== seq)
      this.add('misordered', `${id} acknowledged as ${seq} (:${ln}), stored as ${entry.seq}`);
    else if (entry.print !== null && entry.print !== attempt.body)
      this.add('crossed', `${id} acknowledged (:${ln}) with another text than the one stored`);
  }

  private judgeStored({ id, seq, conversation, role, staff, print }: StoredEntry): void {
    const where = `${id}, number ${seq} of ${conversation},`;
    const tries = this.triesOf(id);
    const [first] = tries;
    if (first === undefined) return this.add('crossed', `${where} was stored and never sent`);
    if (first.conversation !== conversation)
      return this.add('crossed', `${where} was sent to ${first.conversation} (:${first.ln})`);
    if (print === null) return this.add('crossed', `${where} cannot be opened`);
    if (!tries.some(({ body }) => body === print))
      return this.add('crossed', `${where} holds a text nobody sent (:${first.ln})`);
    const author = first.role === 'visitor' ? null : (this.staffOf.get(first.who) ?? null);
    if (first.role !== role || author !== staff)
      this.add('crossed', `${where} was sent by ${first.who} (:${first.ln}), stored as from another`);
  }

  private twice(): Violation[] {
    const messages = this.state.entries.filter(({ kind, print }) => kind === 'message' && print !== null);
    const sameText = pairsOf(messages, ({ print }) => print).filter(([one, other]) => one.id !== other.id);
    return [
      ...pairsOf(messages, ({ id }) => id).map(([one, other]) =>
        violation('duplicated', `${one.id} is stored as ${one.seq} and as ${other.seq}`),
      ),
      ...sameText.map(([one, other]) =>
        violation('duplicated', `the same text is stored as ${one.id} and as ${other.id}`),
      ),
      ...pairsOf(this.state.conversations, ({ startId }) => startId).map(([one, other]) =>
        violation('duplicated', `start ${one.startId} began ${one.id} and ${other.id}`),
      ),
    ];
  }

  private add(count: Violation['count'], why: string): void {
    this.found.push(violation(count, why));
  }
}

/** The first two of those that have a key in common. */
const pairsOf = <Item>(items: readonly Item[], keyOf: (item: Item) => unknown): [Item, Item][] =>
  [...groupBy(items, keyOf).values()].flatMap(([one, other]): [Item, Item][] =>
    one === undefined || other === undefined ? [] : [[one, other]],
  );
