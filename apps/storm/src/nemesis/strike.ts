import type { FaultName } from './fault-name';

/** One blow, settled before the storm begins. */
export interface Strike {
  /** After the storm began (ms). */
  readonly at: number;
  readonly fault: FaultName;
  /** A process, a link, or 'everything'. */
  readonly target: string;
  /** Until it is taken back (ms); 0 for what is over at once. */
  readonly lasts: number;
  /** Bytes of a slice or before a cut, ms of delay, percent of the connections. */
  readonly amount: number;
  /** Falls even if it leaves nobody to go on: neither a gateway nor a worker, or nobody to use the server it takes. */
  readonly dares: boolean;
  /** Which way a half-open line is silent. */
  readonly silent: 'requests' | 'replies';
}
