import { MINUTE, SECOND } from '@warmline/kernel';
import type { EndReason } from '@warmline/vocabulary';
import type { Move, Scenario, State } from './scenario';
import type { Signal } from './signals';

/** So long (ms) the visitor reads before they answer. */
const READS_FOR = 3 * SECOND;
/** So long (ms) they write one character, and one message at most. */
const WRITES_FOR = 45;
const WRITES_AT_MOST = 8 * SECOND;

/** One message of a practice conversation. */
export interface Line {
  /** Of the act; of the visitor's line its number in this conversation. */
  readonly id: string | number;
  readonly from: 'visitor' | 'responder';
  readonly words: string;
  /** Practice time since the beginning (ms). */
  readonly at: number;
}

/** Throws a RangeError for a state that the scenario does not have; a test walks through all of them. */
export const stateOf = (scenario: Scenario, name: string): State => {
  const state = scenario.states[name];
  if (state === undefined) throw new RangeError(`no state ${name} in ${scenario.code}`);
  return state;
};

const writesFor = (words: string): number => Math.min(WRITES_AT_MOST, words.length * WRITES_FOR);

const isOn = (move: Move): move is Extract<Move, { on: unknown }> => 'on' in move;
const isSilent = (move: Move): move is Extract<Move, { silentFor: unknown }> => 'silentFor' in move;

/** The visitor of a scenario, as they go from state to state. */
export class ScriptedVisitor {
  #state: string;
  /** Until then they are writing what they have to say (ms). */
  #writesUntil = 0;
  /** Since when nobody has said a word (ms). */
  #quietSince = 0;
  #turn = new Set<Signal>();
  readonly #ever = new Set<Signal>();
  /** When they answer what was written to them; null while there is nothing to answer. */
  #answersAt: number | null = null;
  readonly #lines: Line[] = [];

  constructor(private readonly scenario: Scenario) {
    this.#state = scenario.begins;
    this.#enter(scenario.begins, 0);
  }

  get state(): string {
    return this.#state;
  }

  get lines(): readonly Line[] {
    return this.#lines;
  }

  /** When they do something by themselves next: answer, or give up waiting. Null when nothing more comes. */
  get actsAt(): number | null {
    if (this.#answersAt !== null) return this.#answersAt;
    const silent = this.#silentMove;
    return silent === undefined ? null : this.#quietSince + silent.silentFor * MINUTE;
  }

  /** When and how they leave; null while they stay. */
  get leaves(): { readonly reason: EndReason; readonly at: number } | null {
    const { ends } = this.#here;
    return ends === undefined ? null : { reason: ends, at: this.#writesUntil };
  }

  get writesUntil(): number {
    return this.#writesUntil;
  }

  hear(signals: readonly Signal[], at: number): void {
    for (const signal of signals) this.#ever.add(signal);
    if (!signals.includes('said')) return;
    for (const signal of signals) this.#turn.add(signal);
    this.#quietSince = Math.max(at, this.#writesUntil);
    this.#answersAt ??= Math.max(at, this.#writesUntil) + READS_FOR;
  }

  /** They do what `actsAt` was about. */
  act(): void {
    const at = this.actsAt ?? 0;
    const move =
      this.#answersAt === null
        ? this.#silentMove
        : this.#here.moves.find(
            (one) =>
              isOn(one) &&
              one.on.some((signal) => this.#turn.has(signal)) &&
              (one.ever === undefined || this.#ever.has(one.ever)),
          );
    this.#turn = new Set();
    this.#answersAt = null;
    if (move !== undefined) this.#enter(move.to, at);
  }

  get #here(): State {
    return stateOf(this.scenario, this.#state);
  }

  get #silentMove(): Extract<Move, { silentFor: number }> | undefined {
    return this.#here.moves.find(isSilent);
  }

  #enter(name: string, at: number): void {
    this.#state = name;
    let writtenAt = Math.max(at, this.#writesUntil);
    for (const words of stateOf(this.scenario, name).says) {
      writtenAt += writesFor(words);
      this.#lines.push({ id: this.#lines.length + 1, from: 'visitor', words, at: writtenAt });
    }
    this.#writesUntil = writtenAt;
    this.#quietSince = writtenAt;
  }
}
