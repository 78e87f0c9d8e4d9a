import type { Judge, Noted } from './judge';
import { MachineTime } from './machine-time';
import { OwnOutages } from './own-outages';
import { groupBy, type StoredHolding, type StoredState } from './stored-state';
import { violation, type Violation } from './violation';

/** ASG4: lease and sweep together (s), before scaling. */
const PROMISED = 30;
/** A machine that runs a whole charity and a storm on two cores is late by this much at times (ms, not scaled). */
const SLACK = 1_500;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Nobody stays with a responder who is gone, nobody's place in the queue changes, no offer stays open past its time. */
export class Stranded implements Judge {
  private readonly staffOf = new Map<string, string>();
  private readonly absences = new Map<string, Span[]>();
  private readonly goneSince = new Map<string, number>();
  private readonly outages = new OwnOutages();
  private readonly enteredAt: ReadonlyMap<string, number>;
  private readonly leftAt: ReadonlyMap<string, number | null>;
  private readonly found: Violation[] = [];
  private readonly time = new MachineTime();
  private timeScale = 1;
  private settledAt: number | null = null;
  private lastAt = 0;
  private longest = 0;

  constructor(private readonly stored: StoredState) {
    this.enteredAt = new Map(stored.conversations.map(({ id, enteredAt }) => [id, enteredAt]));
    this.leftAt = new Map(stored.conversations.map(({ id, visitorLeftAt }) => [id, visitorLeftAt]));
  }

  /** The longest time anybody was with a responder who was gone, in seconds of the product's own time. */
  get maxSeconds(): number {
    return Math.round(this.longest / this.timeScale / 100) / 10;
  }

  see(event: Noted): void {
    if (this.settledAt !== null) return;
    this.lastAt = event.w;
    if (event.k === 'run') this.timeScale = event.timeScale;
    else if (event.k === 'machine') this.time.see(event);
    else if (event.k === 'person') this.staffOf.set(event.who, event.staff);
    else if (event.k === 'line') this.line(event.who, event.state, event.w);
    else if (event.k === 'nemesis') this.outages.see(event);
    else if (event.k === 'offered') this.offered(event);
    else if (event.k === 'settled' && event.connected) this.settledAt = event.w;
  }

  verdict(): readonly Violation[] {
    const end = this.settledAt ?? this.lastAt;
    for (const [who, since] of this.goneSince) this.absent(who, { from: since, to: end });
    const byStaff = groupBy(this.stored.holdings, ({ staff }) => staff);
    for (const [who, spans] of this.absences) {
      const held = byStaff.get(this.staffOf.get(who) ?? '') ?? [];
      for (const holding of held) for (const span of spans) this.judge(who, holding, span);
    }
    return [...this.found, ...this.places(), ...this.forgottenOffers()];
  }

  private line(who: string, state: string, w: number): void {
    const since = this.goneSince.get(who);
    if (state === 'online') {
      if (since !== undefined) this.absent(who, { from: since, to: w });
      this.goneSince.delete(who);
    } else if (since === undefined) this.goneSince.set(who, w);
  }

  private absent(who: string, span: Span): void {
    const known = this.absences.get(who);
    if (known === undefined) this.absences.set(who, [span]);
    else known.push(span);
  }

  private offered({ conversation, enteredAt, who, ln }: Extract<Noted, { k: 'offered' }>): void {
    const entered = this.enteredAt.get(conversation);
    if (entered !== undefined && Math.abs(entered - enteredAt) > 1)
      this.found.push(
        violation('stranded', `${who} was offered ${conversation} with another entry time (:${ln})`),
      );
  }

  private judge(who: string, holding: StoredHolding, span: Span): void {
    const from = Math.max(span.from, holding.beganAt);
    // Who pressed quick exit is not there to be left alone.
    const leftAt = this.leftAt.get(holding.conversation) ?? span.to;
    const to = Math.min(span.to, leftAt, holding.endedAt ?? span.to);
    if (to <= from) return;
    const moments = [from, ...this.outages.moments.filter((at) => at > from && at < to), to];
    const stayed = Math.max(
      ...moments.slice(1).map((at, index) => this.time.between(moments[index] ?? at, at)),
    );
    this.longest = Math.max(this.longest, stayed);
    if (stayed <= PROMISED * 1_000 * this.timeScale + SLACK) return;
    const seconds = Math.round(stayed / this.timeScale / 1_000);
    const { conversation, epoch } = holding;
    this.found.push(
      violation('stranded', `${conversation} stayed ${seconds} s with ${who} under ${epoch}, who was gone`),
    );
  }

  private places(): Violation[] {
    const startedAt = new Map(
      this.stored.entries
        .filter(({ kind }) => kind === 'started')
        .map(({ conversation, at }) => [conversation, at]),
    );
    return this.stored.conversations
      .filter(({ id, enteredAt }) => Math.abs((startedAt.get(id) ?? enteredAt) - enteredAt) > 0.5)
      .map(({ id }) => violation('stranded', `${id} lost its place: its entry time changed`));
  }

  private forgottenOffers(): Violation[] {
    const late = this.stored.now - PROMISED * 1_000 * this.timeScale - SLACK;
    return this.stored.offers
      .filter(({ outcome, expiresAt }) => outcome === null && expiresAt < late)
      .map(({ id, conversation }) => violation('stranded', `offer ${id} of ${conversation} never ended`));
  }
}
