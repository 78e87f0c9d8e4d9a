import type { Judge, Noted } from './judge';
import { MachineTime } from './machine-time';
import { violation, type Violation } from './violation';

/** So many wait and so many are free: none of them can be unfit for all of the others. */
const ENOUGH = 3;
/** Nobody is asked for this long (s), before scaling: an index is rebuilt in a few seconds, a lost notification costs two. */
const LIMIT = 30;
/** A busy machine is late by this much at times (ms, not scaled). */
const SLACK = 1_500;
/** How long someone stays offerable in a shift of two hours: not in its last half hour (ms, before scaling). */
const OFFERABLE_FOR = 85 * 60_000;

interface Person {
  isOnline: boolean;
  /** Wall time (ms) from which they have been available; null while they are not. */
  availableSince: number | null;
  /** Wall time (ms) until which nothing is offered to them: a break, a cool-down; 0 when nothing keeps it from them. */
  restsUntil: number;
  readonly has: Set<string>;
}

/** While some wait and some are free, a responder is asked: strikes at what asks begin the time again. */
export class Standstill implements Judge {
  private readonly waiting = new Map<string, string>();
  private readonly online = new Set<string>();
  private readonly staff = new Map<string, Person>();
  private readonly found: Violation[] = [];
  private readonly time = new MachineTime();
  private timeScale = 1;
  private since: number | null = null;
  private isSettled = false;

  see(event: Noted): void {
    if (this.isSettled || !TELLING.has(event.k)) return;
    this.note(event);
    const { w } = event;
    if (event.k === 'offered' || isStrike(event) || !this.couldAsk(w)) this.since = null;
    else this.since ??= w;
    if (this.since !== null && this.time.between(this.since, w) > LIMIT * 1_000 * this.timeScale + SLACK)
      this.blame(event);
  }

  verdict(): readonly Violation[] {
    return this.found;
  }

  private note(event: Noted): void {
    if (event.k === 'run') this.timeScale = event.timeScale;
    else if (event.k === 'machine') this.time.see(event);
    else if (event.k === 'line') this.line(event);
    else if (event.k === 'view') this.view(event);
    else if (event.k === 'did') this.did(event);
    else if (event.k === 'rests') this.rests(event);
    else if (event.k === 'settled' && event.connected) this.isSettled = true;
  }

  private line({ who, state }: Extract<Noted, { k: 'line' }>): void {
    if (isStaff(who)) this.personOf(who).isOnline = state === 'online';
    else if (state === 'online') this.online.add(who);
    else this.online.delete(who);
  }

  private view({ who, conversation, state }: Extract<Noted, { k: 'view' }>): void {
    if (!isStaff(who)) this.waiting.set(who, state);
    else if (state === 'talking') this.personOf(who).has.add(conversation);
    else this.personOf(who).has.delete(conversation);
  }

  private rests({ who, lasts, w }: Extract<Noted, { k: 'rests' }>): void {
    this.personOf(who).restsUntil = lasts === null ? Number.POSITIVE_INFINITY : w + lasts;
  }

  private did({ who, what, about, outcome, w }: Extract<Noted, { k: 'did' }>): void {
    if (!isStaff(who) || outcome !== 'done') return;
    const person = this.personOf(who);
    if (what === 'availability:set') person.availableSince = about === 'available' ? w : null;
    if (what === 'wrap_up:finish') person.has.delete(about);
  }

  private couldAsk(now: number): boolean {
    const waiting = [...this.online].filter((who) => this.waiting.get(who) === 'waiting');
    const free = [...this.staff.values()].filter(
      ({ isOnline, availableSince, has, restsUntil }) =>
        isOnline &&
        has.size === 0 &&
        restsUntil <= now &&
        availableSince !== null &&
        now - availableSince < OFFERABLE_FOR * this.timeScale,
    );
    return waiting.length >= ENOUGH && free.length >= ENOUGH;
  }

  private blame({ w, ln }: Noted): void {
    const seconds = Math.round((w - (this.since ?? w)) / this.timeScale / 1_000);
    this.found.push(
      violation(
        'stranded',
        `nobody was asked for ${seconds} s, while some waited and some were free (:${ln})`,
      ),
    );
    this.since = null;
  }

  private personOf(who: string): Person {
    const known = this.staff.get(who) ?? {
      isOnline: false,
      availableSince: null,
      restsUntil: 0,
      has: new Set(),
    };
    this.staff.set(who, known);
    return known;
  }
}

/** What says who waits, who is free and who was asked; the talking itself does not. */
const TELLING: ReadonlySet<Noted['k']> = new Set([
  'run',
  'machine',
  'line',
  'view',
  'did',
  'nemesis',
  'offered',
  'rests',
  'settled',
]);

const isStaff = (who: string): boolean => who.startsWith('s:');
/** Of what asks: Postgres, the index, and the worker that reads both. */
const isStrike = (event: Noted): boolean =>
  event.k === 'nemesis' && /postgres|redis|worker|everything/.test(event.target);
