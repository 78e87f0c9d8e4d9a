/** One socket of the load: how it comes in, what it asks first, and what it adds to each message it sends. */
export interface LineSetUp {
  readonly url: string;
  readonly auth: Record<string, unknown>;
  readonly cookie?: string;
  readonly enter: readonly (readonly [command: string, payload: unknown])[];
  /** Null for a line that only listens. */
  readonly writes: Record<string, unknown> | null;
  /** `visitor` or `responder`: an entry of the other counts as delivered here. */
  readonly role: 'visitor' | 'responder';
}

/** Latencies in ms. */
export interface Spread {
  readonly count: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
}

export interface Measured {
  /** Messages a second that were acknowledged and, where somebody listens, delivered. */
  readonly rate: number;
  readonly acknowledged: Spread;
  readonly delivered: Spread;
  /** Of lines of a second gateway. */
  readonly deliveredElsewhere: Spread;
  readonly refused: number;
  /** Not finished within the patience after the block. */
  readonly unfinished: number;
}

/** How long visitors took from entering the queue to being shown to somebody, in ms. */
export interface Arrived {
  readonly shown: Spread;
  /** Entered, and shown to nobody within the patience. */
  readonly unmet: number;
}

/** `crew`: a group of lines under one name, kept open between the jobs. */
export type Job =
  | { readonly job: 'connect'; readonly crew: string; readonly lines: readonly LineSetUp[] }
  | { readonly job: 'leave'; readonly crew: string }
  /** Every writing line keeps one message under way. */
  | { readonly job: 'closed'; readonly crew: string; readonly seconds: number; readonly lines?: number }
  /** Messages leave at this rate whatever comes back; latency counts from when each was due. */
  | { readonly job: 'open'; readonly crew: string; readonly seconds: number; readonly rate: number }
  /** Every writing line sends this many. */
  | { readonly job: 'fill'; readonly crew: string; readonly each: number }
  /** The first line reads its whole timeline page by page; answers with ms. */
  | { readonly job: 'resume'; readonly crew: string }
  /** Visitors enter the queue at this rate; the people of these sessions are free, and are asked. */
  | {
      readonly job: 'arrivals';
      readonly url: string;
      readonly cookies: readonly string[];
      readonly rate: number;
      readonly seconds: number;
    }
  /** Adds to a crew both ends of a conversation for each cookie; responders listen `elsewhere` too. */
  | {
      readonly job: 'begin';
      readonly crew: string;
      readonly url: string;
      readonly elsewhere: string | null;
      readonly cookies: readonly string[];
    };
