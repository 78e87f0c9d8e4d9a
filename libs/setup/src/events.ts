import type { ServiceId, StaffId } from '@warmline/kernel';
import type { ListKind } from './lists';

/** What a charity set up is another list now. What the rows say is in the sheet, never in the fact. */
export interface SetupEvent {
  readonly type: 'setup_changed';
  readonly service: ServiceId;
  readonly staff: StaffId;
  readonly list: ListKind;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}
