import type { NemesisEvent } from '../deployment/deployment';

/** A visitor's page, a responder's or a supervisor's console: `v12`, `s:sam`. */
export type Who = string;

/** Number, id and fingerprint of an entry as a reader got it. */
export type HeardEntry = readonly [seq: number, id: string, fingerprint: string];

/** A write on its way: `n` tells one try from the others of the same id. */
export interface Try {
  readonly k: 'try';
  readonly n: number;
  readonly who: Who;
  readonly conversation: string;
  readonly id: string;
  readonly body: string;
  readonly role: 'visitor' | 'responder';
  /** Null for visitors. */
  readonly epoch: number | null;
  /** Position of the gateway it went to. */
  readonly gateway: number;
}

/** What one page got of one timeline, exactly as it came. */
export interface Heard {
  readonly k: 'heard';
  readonly who: Who;
  /** Grows with each line of this page. */
  readonly line: number;
  readonly conversation: string;
  readonly via: 'push' | 'page';
  /** Asked after this number, with a page. */
  readonly after: number | null;
  readonly head: number | null;
  readonly entries: readonly HeardEntry[];
}

/** What one reader shows after everything healed. */
export interface Settled {
  readonly k: 'settled';
  readonly who: Who;
  readonly conversation: string;
  readonly connected: boolean;
  /** Newest number in the database when everyone was asked. */
  readonly head: number;
  /** Entries shown: all of 1..count. */
  readonly count: number;
  readonly digest: string;
}

/** Recorded raw and judged later: nothing here is an opinion. */
export type HistoryEvent =
  | { readonly k: 'run'; readonly seed: number; readonly timeScale: number }
  /** How many times longer than at best things took in the last so many ms. */
  | { readonly k: 'machine'; readonly slowness: number; readonly lasted: number }
  | ({ readonly k: 'nemesis' } & NemesisEvent)
  /** The id by which the database knows this person. */
  | { readonly k: 'person'; readonly who: Who; readonly staff: string; readonly role: string }
  | {
      readonly k: 'line';
      readonly who: Who;
      readonly state: string;
      readonly line: number;
      readonly gateway: number;
    }
  | { readonly k: 'started'; readonly who: Who; readonly conversation: string; readonly startId: string }
  | Try
  | { readonly k: 'ack'; readonly n: number; readonly seq: number; readonly at: number }
  | { readonly k: 'no'; readonly n: number; readonly refusal: string }
  | { readonly k: 'unknown'; readonly n: number; readonly why: string }
  | Heard
  /** Where a conversation stands for this person. */
  | {
      readonly k: 'view';
      readonly who: Who;
      readonly conversation: string;
      readonly state: string;
      readonly epoch: number | null;
    }
  | { readonly k: 'offered'; readonly who: Who; readonly conversation: string; readonly enteredAt: number }
  /** A supervisor's console shows that this visitor waits in danger. */
  | { readonly k: 'alarmed'; readonly who: Who; readonly conversation: string }
  /** Nothing is offered to them: for so long (ms, not scaled; 0: no longer), or until they are told otherwise. */
  | { readonly k: 'rests'; readonly who: Who; readonly lasts: number | null; readonly why: string }
  /** Any other command and what came of it: `done`, a refusal, or why nothing is known. */
  | {
      readonly k: 'did';
      readonly who: Who;
      readonly what: string;
      readonly outcome: string;
      readonly about: string;
    }
  | Settled;

/** `t`: ms since the history began, never going back. `w`: Unix time, ms. */
export type Stamped = HistoryEvent & { readonly t: number; readonly w: number };
