import type { StaffCommands, supervisorCommands } from '@warmline/contracts';
import type { Doors } from '../realtime/door';
import type { StaffConsole } from '../responder/staff-console';
import { AssignOfferDoor, SetBandDoor, TakeFromQueueDoor, TellWaitingDoor } from './arrange-queue.door';
import {
  AllowHoursDoor,
  CallBreakDoor,
  CloseShiftDoor,
  SetCapacityDoor,
  ContactedDoor,
} from './care-for-person.door';

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
} satisfies Doors<StaffConsole, Pick<StaffCommands, keyof typeof supervisorCommands>>;
