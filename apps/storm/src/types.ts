import type { NemesisEvent, Deployment } from './deployment/deployment';

/** What main.ts needs of people, history and checker. */

/** Where everything that happens is written, a line each. */
export interface Chronicle {
  nemesis(event: NemesisEvent): void;
  close(): Promise<void>;
}

/** Visitors, responders and supervisors at work. */
export interface Crowd {
  /** Acknowledged messages so far. */
  acked(): number;
  /** All faults are healed: everyone comes back and reads to the end. Bounded by `deadlineMs`. */
  settle(deadlineMs: number): Promise<void>;
  /** Everyone goes home; resolves when every line is closed. Safe to call twice, and at any time. */
  stop(): Promise<void>;
}

export interface CrowdOptions {
  readonly deployment: Deployment;
  readonly seed: number;
  /** At once; those who leave are followed by others. */
  readonly visitors: number;
}

/** What the last line counts beside `seed`, `acked` and `kills`. */
export interface Verdict {
  readonly acked: number;
  readonly lost: number;
  readonly duplicated: number;
  readonly misordered: number;
  readonly crossed: number;
  readonly doubleHeld: number;
  readonly staleWrites: number;
  readonly overCapacity: number;
  readonly loneEnds: number;
  readonly unheard: number;
  readonly stranded: number;
  readonly unaudited: number;
  readonly maxStrandedSeconds: number;
  /** The shortest explanation of each violation, worst first; empty when all is well. */
  readonly explanations: readonly string[];
}
