import type { ServiceId, StaffId } from '@warmline/kernel';
import type { CharityPart, ReadinessCheck, ReadinessConfirmation } from '@warmline/vocabulary';

/** What the page of visitors says of the charity changed. Before and after are stored beside it, under the id of the change. */
export interface CharityChanged {
  readonly type: 'charity_changed';
  readonly service: ServiceId;
  readonly staff: StaffId;
  readonly change: string;
  readonly parts: readonly CharityPart[];
  /** It took the change before it back. */
  readonly isUndo: boolean;
}

/** A person says that they have looked at it, as it is now. */
export interface ReadinessConfirmed {
  readonly type: 'readiness_confirmed';
  readonly service: ServiceId;
  readonly staff: StaffId;
  readonly what: ReadinessConfirmation;
}

/** An administrator opened the service for the first time: from now on its hours decide. */
export interface ServiceOpened {
  readonly type: 'service_opened';
  readonly service: ServiceId;
  readonly staff: StaffId;
  /** What was not ready, and was named when it was opened all the same. */
  readonly missing: readonly ReadinessCheck[];
}

export type CharityEvent = CharityChanged | ReadinessConfirmed | ServiceOpened;
