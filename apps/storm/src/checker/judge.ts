import type { Stamped } from '../history/history-event';
import type { Violation } from './violation';

/** An event, and its line of the history, from 1. */
export type Noted = Stamped & { readonly ln: number };

/** Sees a history from its first line to its last, and says then which promises were broken. */
export interface Judge {
  see(event: Noted): void;
  verdict(): readonly Violation[];
}
