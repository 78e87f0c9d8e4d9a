import type { Judge, Noted } from './judge';
import { MachineTime } from './machine-time';
import { OwnOutages } from './own-outages';
import { groupBy, type StoredConversation, type StoredEntry, type StoredState } from './stored-state';
import { violation, type Violation } from './violation';

/** SAF1: alarmed after 10 s, heard within 10 s more (s), before scaling. */
const PROMISED = 20;
/** A busy machine is late by this much at times (ms, not scaled). */
const SLACK = 1_500;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** When these pages were connected: wall time (ms). */
class Connected {
  private readonly spans = new Map<string, Span[]>();
  private readonly since = new Map<string, number>();

  see({ who, state, w }: Extract<Noted, { k: 'line' }>): void {
    const since = this.since.get(who);
    if (state === 'online') this.since.set(who, since ?? w);
    else if (since !== undefined) {
      this.since.delete(who);
      this.spans.set(who, [...(this.spans.get(who) ?? []), { from: since, to: w }]);
    }
  }

  spansOf(who: string): readonly Span[] {
    const since = this.since.get(who);
    const open = since === undefined ? [] : [{ from: since, to: Number.POSITIVE_INFINITY }];
    return [...(this.spans.get(who) ?? []), ...open];
  }
}

const overlap = (one: Span, other: Span): Span => ({
  from: Math.max(one.from, other.from),
  to: Math.min(one.to, other.to),
});

/** When this conversation was in danger and nobody had taken it. */
const waitsOf = (conversation: StoredConversation, entries: readonly StoredEntry[], end: number): Span[] => {
  const waits: Span[] = [];
  let from: number | null = null;
  for (const { kind, at } of entries) {
    if (kind === 'started' || kind === 'requeued') from = at;
    else if ((kind === 'joined' || kind === 'ended') && from !== null) {
      waits.push({ from, to: at });
      from = null;
    }
  }
  if (from !== null && conversation.state === 'waiting') waits.push({ from, to: end });
  const danger = { from: conversation.safetyAt, to: end };
  return waits.map((wait) => overlap(wait, danger)).filter((wait) => wait.to > wait.from);
};

/**
 * Nobody in danger goes unheard: while their page and a supervisor are connected, and we have no outage of our own, a
 * supervisor's console is alarmed about them in time.
 */
export class Unheard implements Judge {
  private readonly visitorOf = new Map<string, string>();
  private readonly supervisors = new Set<string>();
  private readonly connected = new Connected();
  private readonly alarms = new Map<string, number[]>();
  private readonly outages = new OwnOutages();
  private readonly time = new MachineTime();
  private timeScale = 1;
  private isSettled = false;
  private lastAt = 0;

  constructor(private readonly stored: StoredState) {}

  see(event: Noted): void {
    if (this.isSettled) return;
    this.lastAt = event.w;
    if (event.k === 'run') this.timeScale = event.timeScale;
    else if (event.k === 'machine') this.time.see(event);
    else if (event.k === 'nemesis') this.outages.see(event);
    else if (event.k === 'settled' && event.connected) this.isSettled = true;
    else this.note(event);
  }

  private note(event: Noted): void {
    if (event.k === 'line') this.connected.see(event);
    else if (event.k === 'started') this.visitorOf.set(event.conversation, event.who);
    else if (event.k === 'person' && event.role === 'supervisor') this.supervisors.add(event.who);
    else if (event.k === 'alarmed')
      this.alarms.set(event.conversation, [...(this.alarms.get(event.conversation) ?? []), event.w]);
  }

  verdict(): readonly Violation[] {
    const entries = groupBy(this.stored.entries, ({ conversation }) => conversation);
    return this.stored.conversations
      .filter(({ isInDanger }) => isInDanger)
      .flatMap((one) =>
        waitsOf(one, entries.get(one.id) ?? [], this.lastAt).flatMap((wait) => this.judge(one.id, wait)),
      );
  }

  private judge(conversation: string, wait: Span): Violation[] {
    const heardAt = (this.alarms.get(conversation) ?? []).find((at) => at >= wait.from) ?? wait.to;
    const unheard = { from: wait.from, to: Math.min(heardAt, wait.to) };
    const longest = this.longestWith(this.visitorOf.get(conversation) ?? '', unheard);
    if (longest <= PROMISED * 1_000 * this.timeScale + SLACK) return [];
    const seconds = Math.round(longest / this.timeScale / 1_000);
    return [
      violation('unheard', `${conversation} was in danger for ${seconds} s, and no supervisor was alarmed`),
    ];
  }

  /** The longest time (ms) in which the visitor and one supervisor were connected throughout, without our own outage. */
  private longestWith(visitor: string, span: Span): number {
    const spans = this.connected
      .spansOf(visitor)
      .map((here) => overlap(here, span))
      .flatMap((here) =>
        [...this.supervisors].flatMap((who) =>
          this.connected.spansOf(who).map((there) => overlap(there, here)),
        ),
      )
      .filter(({ from, to }) => to > from);
    return Math.max(0, ...spans.flatMap((both) => this.partsOf(both)));
  }

  private partsOf({ from, to }: Span): number[] {
    const moments = [from, ...this.outages.moments.filter((at) => at > from && at < to), to];
    return moments.slice(1).map((at, index) => this.time.between(moments[index] ?? at, at));
  }
}
