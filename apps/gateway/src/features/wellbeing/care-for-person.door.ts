import { Injectable } from '@nestjs/common';
import type { Reply, StaffCommands } from '@warmline/contracts';
import { staffId } from '@warmline/kernel';
import type { Door } from '../../socket/command';
import type { StaffPage } from '../../socket/staff-console';
import { CareForPerson } from './care-for-person';

type Capacity = StaffCommands['person:set_capacity'];
type Break = StaffCommands['person:call_break'];
type Close = StaffCommands['person:close_shift'];
type AllowHours = StaffCommands['person:allow_hours'];
type Contacted = StaffCommands['person:contacted'];
type Done = Promise<Reply<Record<string, never>>>;

@Injectable()
export class SetCapacityDoor implements Door<StaffPage, Capacity> {
  readonly action = 'people.care';

  constructor(private readonly care: CareForPerson) {}

  handle({ person }: StaffPage, payload: Capacity['payload']): Done {
    return this.care.setCapacity(person, staffId(payload.staffId), payload.capacity);
  }
}

@Injectable()
export class CallBreakDoor implements Door<StaffPage, Break> {
  readonly action = 'people.care';

  constructor(private readonly care: CareForPerson) {}

  handle({ person }: StaffPage, payload: Break['payload']): Done {
    return this.care.callBreak(person, staffId(payload.staffId));
  }
}

@Injectable()
export class CloseShiftDoor implements Door<StaffPage, Close> {
  readonly action = 'people.care';

  constructor(private readonly care: CareForPerson) {}

  handle({ person }: StaffPage, payload: Close['payload']): Done {
    return this.care.closeShift(person, staffId(payload.staffId));
  }
}

@Injectable()
export class AllowHoursDoor implements Door<StaffPage, AllowHours> {
  readonly action = 'people.care';

  constructor(private readonly care: CareForPerson) {}

  handle({ person }: StaffPage, payload: AllowHours['payload']): Done {
    return this.care.allowHours(person, staffId(payload.staffId), payload.reason);
  }
}

@Injectable()
export class ContactedDoor implements Door<StaffPage, Contacted> {
  readonly action = 'people.care';

  constructor(private readonly care: CareForPerson) {}

  handle({ person }: StaffPage, payload: Contacted['payload']): Done {
    return this.care.contacted(person, staffId(payload.staffId));
  }
}
