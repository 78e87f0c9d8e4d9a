import type { Instant } from '@warmline/kernel';
import type { Band } from '@warmline/vocabulary';
import type { Cell } from '../cell';

/** A responder on shift now. */
export interface PresentResponder {
  readonly shiftEndsAt: Instant;
  /** Load units. */
  readonly capacity: number;
  readonly talkingWith: readonly { readonly band: Band; readonly since: Instant }[];
}

/** A shift of the rota that has not begun. */
export interface ComingShift {
  readonly from: Instant;
  readonly until: Instant;
}

/** What a staffing forecast is made from. */
export interface ForecastRequest {
  readonly now: Instant;
  /** ms since the wall last showed a full hour: people plan in full and quarter hours. */
  readonly sinceFullHour: number;
  /** People expected in each hour from now on; as many hours are looked at. */
  readonly arrivals: readonly number[];
  readonly present: readonly PresentResponder[];
  readonly coming: readonly ComingShift[];
  readonly waiting: readonly { readonly band: Band; readonly enteredAt: Instant }[];
  /** How conversations and patience are: the service's own figures where they are known. */
  readonly people: Pick<Cell, 'patience' | 'handle' | 'handleCv' | 'slowdown'>;
  /** Waits (min) that four of five should not exceed in any hour. */
  readonly target: number;
  readonly seed: number;
  /** Futures looked at: more are surer and slower. */
  readonly futures: number;
}

export interface ForecastHour {
  readonly from: Instant;
  readonly until: Instant;
  /** People expected in it. */
  readonly arrivals: number;
  /** Four of five who come in it wait at most so long (min): as planned, and with the additions. */
  readonly wait: number;
  readonly waitWithMore: number;
}

/** So many more responders from one time to another. */
export interface Addition {
  readonly responders: number;
  readonly from: Instant;
  readonly until: Instant;
}

export interface StaffingForecast {
  readonly hours: readonly ForecastHour[];
  /** The fewest found that bring every hour under the target, none overlapping another; empty where none are needed. */
  readonly additions: readonly Addition[];
  /** Whether they do: beyond a limit no more are tried. */
  readonly isReached: boolean;
}
