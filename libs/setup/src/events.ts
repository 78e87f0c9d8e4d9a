import type { ServiceId, StaffId } from '@warmline/kernel';
import type { AccessChange } from './access-changes';
import type { ListKind } from './lists';

/** A charity changed one of its lists. The rows are in the list, never in the event. */
export interface SetupChanged {
  readonly type: 'setup_changed';
  readonly service: ServiceId;
  readonly staff: StaffId;
  readonly list: ListKind;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** A person may do, or is offered, something else from now on. */
export interface AccessChanged {
  readonly type: 'access_changed';
  readonly service: ServiceId;
  /** Who changed it. */
  readonly by: StaffId;
  /** Whose it is. */
  readonly staff: StaffId;
  readonly change: AccessChange;
}

export type SetupEvent = SetupChanged | AccessChanged;
