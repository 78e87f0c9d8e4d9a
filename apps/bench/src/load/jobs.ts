/** One socket of the load: how it connects, what it asks first, and what it adds to each message. */
export interface ClientSetUp {
  readonly url: string;
  readonly auth: Record<string, unknown>;
  readonly cookie?: string;
  readonly enter: readonly (readonly [command: string, payload: unknown])[];
  /** Null for a socket that only listens. */
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
  /** Messages a second that were acknowledged and, where a socket listens, delivered. */
  readonly rate: number;
  readonly acknowledged: Spread;
  readonly delivered: Spread;
  /** Of sockets of a second gateway. */
  readonly deliveredElsewhere: Spread;
  readonly refused: number;
  /** Not finished in time after the block. */
  readonly unfinished: number;
}

/** How long visitors took from entering the queue to being shown to a responder, in ms. */
export interface Arrived {
  readonly shown: Spread;
  /** Entered, and not shown to anyone in time. */
  readonly unmet: number;
}

/** `crew`: a group of sockets under one name, kept open between jobs. */
export type Job =
  | { readonly job: 'connect'; readonly crew: string; readonly clients: readonly ClientSetUp[] }
  | { readonly job: 'leave'; readonly crew: string }
  /** Every writing socket keeps one message in flight. */
  | { readonly job: 'closed'; readonly crew: string; readonly seconds: number; readonly clients?: number }
  /** Messages leave at this rate whatever comes back; latency counts from when each was due. */
  | { readonly job: 'open'; readonly crew: string; readonly seconds: number; readonly rate: number }
  /** Every writing socket sends this many. */
  | { readonly job: 'fill'; readonly crew: string; readonly each: number }
  /** The first socket reads its whole timeline page by page; returns ms. */
  | { readonly job: 'resume'; readonly crew: string }
  /** Visitors enter the queue at this rate; the responders of these sessions are free, and get the offers. */
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
