import { digestOf } from '../history/fingerprint';
import type { Heard, HeardEntry, Settled } from '../history/history-event';
import type { Judge, Noted } from './judge';
import {
  groupBy,
  type StoredEntry,
  type StoredHolding,
  type StoredObservation,
  type StoredState,
} from './stored-state';
import { violation, type Violation } from './violation';

/** A page that is already on its way when an observation or a holding ends still arrives (ms). */
const ON_ITS_WAY = 2_000;

/** Everyone who read: the same entries in the same places, only what they may read, and after healing all of it. */
export class Readers implements Judge {
  private readonly timelines: ReadonlyMap<string, readonly StoredEntry[]>;
  private readonly holdings: ReadonlyMap<string, readonly StoredHolding[]>;
  private readonly observations: ReadonlyMap<string, readonly StoredObservation[]>;
  private readonly ended: ReadonlySet<string>;
  private readonly ownOf = new Map<string, string>();
  private readonly staffOf = new Map<string, string>();
  private readonly found: Violation[] = [];

  constructor(stored: StoredState) {
    this.timelines = groupBy(stored.entries, ({ conversation }) => conversation);
    this.holdings = groupBy(stored.holdings, ({ conversation }) => conversation);
    this.observations = groupBy(stored.observations, ({ conversation }) => conversation);
    this.ended = new Set(stored.conversations.filter(({ state }) => state === 'ended').map(({ id }) => id));
  }

  see(event: Noted): void {
    if (event.k === 'started') this.ownOf.set(event.who, event.conversation);
    else if (event.k === 'person') this.staffOf.set(event.who, event.staff);
    else if (event.k === 'heard') this.heard(event);
    else if (event.k === 'settled') this.settled(event);
  }

  verdict(): readonly Violation[] {
    return this.found;
  }

  private heard(heard: Heard & { readonly ln: number; readonly w: number }): void {
    this.judgePage(heard);
    const timeline = this.timelines.get(heard.conversation) ?? [];
    const wrong = heard.entries.find(([seq, id, print]) => !isSame(timeline[seq - 1], { id, print }));
    const { who, conversation, ln } = heard;
    if (wrong !== undefined)
      this.add('crossed', `${who} heard ${wrong[1]} as number ${wrong[0]} of ${conversation} (:${ln})`);
    const last = heard.entries.at(-1);
    if (last !== undefined) this.judgeRight(heard, last);
  }

  /** Exactly what follows the number asked after, and something if there is something. */
  private judgePage({ who, via, after, head, entries, conversation, ln }: Heard & { ln: number }): void {
    if (via !== 'page' || after === null || head === null) return;
    const isGapless = entries.every(([seq], index) => seq === after + index + 1);
    if (isGapless && (entries.length > 0 || head <= after)) return;
    this.add(
      'misordered',
      `${who} asked after ${after} of ${conversation}, with head ${head}, and got a gap (:${ln})`,
    );
  }

  private judgeRight(heard: Heard & { readonly ln: number; readonly w: number }, [seq]: HeardEntry): void {
    const { who, conversation, ln } = heard;
    const staff = this.staffOf.get(who);
    if (staff === undefined) {
      const own = this.ownOf.get(who);
      if (own !== undefined && own !== conversation)
        this.add('crossed', `${who} heard ${conversation}, which is not theirs (:${ln})`);
      return;
    }
    const upTo = this.mayHearUpTo(staff, conversation);
    if (seq <= upTo || this.isObserved(staff, heard)) return;
    this.add('crossed', `${who} heard number ${seq} of ${conversation}, and might up to ${upTo} (:${ln})`);
  }

  /** The last number this holder may hear: that of the entry with which they lost it. 0 for who never held it. */
  private mayHearUpTo(staff: string, conversation: string): number {
    const held = (this.holdings.get(conversation) ?? []).some((holding) => holding.staff === staff);
    if (!held) return 0;
    const timeline = this.timelines.get(conversation) ?? [];
    const lastOf = (kinds: readonly string[]): number =>
      timeline
        .filter((entry) => entry.staff === staff && kinds.includes(entry.kind))
        .reduce((last, { seq }) => Math.max(last, seq), 0);
    const [joined, left] = [lastOf(['joined']), lastOf(['requeued', 'left'])];
    return left > joined ? left : Number.MAX_SAFE_INTEGER;
  }

  private isObserved(staff: string, { conversation, w }: Heard & { readonly w: number }): boolean {
    return (this.observations.get(conversation) ?? []).some(
      (one) =>
        one.staff === staff &&
        one.beganAt <= w + ON_ITS_WAY &&
        (one.endedAt === null || w <= one.endedAt + ON_ITS_WAY),
    );
  }

  private settled({ who, conversation, connected, head, count, digest, ln }: Settled & { ln: number }): void {
    const timeline = this.timelines.get(conversation) ?? [];
    const stored = timeline
      .slice(0, count)
      .map(({ seq, id, print }): HeardEntry => [seq, id, print ?? 'cannot be opened']);
    if (digestOf(stored) !== digest)
      this.add('misordered', `${who} shows ${count} entries of ${conversation} unlike those stored (:${ln})`);
    if (connected && count < head && this.isEntitled(who, conversation))
      this.add('lost', `${who} shows ${count} of ${head} entries of ${conversation} after healing (:${ln})`);
  }

  private isEntitled(who: string, conversation: string): boolean {
    const staff = this.staffOf.get(who);
    if (staff === undefined) return true;
    const isOpen = (one: StoredHolding | StoredObservation): boolean =>
      one.staff === staff && one.endedAt === null;
    return (
      (this.holdings.get(conversation) ?? []).some(isOpen) ||
      // Who reads along asks for nothing once it has ended.
      (!this.ended.has(conversation) && (this.observations.get(conversation) ?? []).some(isOpen))
    );
  }

  private add(count: Violation['count'], why: string): void {
    this.found.push(violation(count, why));
  }
}

const isSame = (
  stored: StoredEntry | undefined,
  { id, print }: { readonly id: string; readonly print: string },
): boolean => stored?.id === id && stored.print === print;
