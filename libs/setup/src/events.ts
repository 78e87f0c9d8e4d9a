import type { ServiceId, StaffId } from '@warmline/kernel';
import type { ListKind } from './lists';

/** A charity changed one of its lists. The rows are in the list, never in the event. */
export interface SetupEvent {
  readonly type: 'setup_changed';
  readonly service: ServiceId;
  readonly staff: StaffId;
  readonly list: ListKind;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}
