import {
  accept,
  MINUTE,
  refuse,
  type Decision,
  type Instant,
  type ServiceId,
  type StaffId,
} from '@warmline/kernel';
import type { SurgeEvent } from './events';

/** Asked again sooner (ms), it is not heard any more. */
export const SURGE_AGAIN_AFTER = 10 * MINUTE;
/** A surge request without an answer closes after this time (ms): it is about the moment of asking. */
export const SURGE_OPEN_FOR = 5 * MINUTE;

/** "Can anyone take one more?" */
export interface SurgeRequest {
  readonly id: string;
  readonly service: ServiceId;
  readonly askedAt: Instant;
}

export interface SurgeRequestWish {
  readonly id: string;
  readonly service: ServiceId;
  readonly by: StaffId;
  readonly at: Instant;
  /** Spans of this service's clock (ms). */
  readonly againAfter: number;
}

/** Once in a while. The same question sent twice is one question. */
export const requestSurge = (
  last: SurgeRequest | null,
  { id, service, by, at, againAfter }: SurgeRequestWish,
): Decision<Extract<SurgeEvent, { readonly type: 'everyone_asked' }>, 'too_soon'> => {
  if (last?.id === id) return accept();
  if (last !== null && at < last.askedAt + againAfter) return refuse('too_soon');
  return accept({ type: 'everyone_asked', service, asked: id, by, at });
};
