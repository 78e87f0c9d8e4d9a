import type { StaffCommands, supervisorCommands } from '@warmline/contracts';
import {
  AssignOfferDoor,
  SetBandDoor,
  TakeFromQueueDoor,
  TellWaitingDoor,
} from '../features/queue/arrange-queue.door';
import {
  AllowHoursDoor,
  CallBreakDoor,
  CloseShiftDoor,
  SetCapacityDoor,
  ContactedDoor,
} from '../features/wellbeing/care-for-person.door';
import type { Doors } from '../socket/command';
import type { StaffPage } from '../socket/staff-console';

/** Every command about the queue and about colleagues, and its door. */
export const supervisorDoors = {
  'band:set': SetBandDoor,
  'offer:assign': AssignOfferDoor,
  'queue:take': TakeFromQueueDoor,
  'waiting:tell': TellWaitingDoor,
  'person:set_capacity': SetCapacityDoor,
  'person:call_break': CallBreakDoor,
  'person:close_shift': CloseShiftDoor,
  'person:allow_hours': AllowHoursDoor,
  'person:contacted': ContactedDoor,
} satisfies Doors<StaffPage, Pick<StaffCommands, keyof typeof supervisorCommands>>;
