import { Injectable } from '@nestjs/common';
import type { Reply, StaffCommands } from '@warmline/contracts';
import { staffId } from '@warmline/kernel';
import type { Door } from '../realtime/door';
import type { StaffConsole } from '../responder/staff-console';
import { LookAfterPerson } from './look-after-person';

type AllowHours = StaffCommands['person:allow_hours'];
type Contacted = StaffCommands['person:contacted'];
type Done = Promise<Reply<Record<string, never>>>;

@Injectable()
export class AllowHoursDoor implements Door<StaffConsole, AllowHours> {
  readonly action = 'people.care';

  constructor(private readonly care: LookAfterPerson) {}

  handle({ person }: StaffConsole, payload: AllowHours['payload']): Done {
    return this.care.allowHours(person, staffId(payload.staffId), payload.reason);
  }
}

@Injectable()
export class ContactedDoor implements Door<StaffConsole, Contacted> {
  readonly action = 'people.care';

  constructor(private readonly care: LookAfterPerson) {}

  handle({ person }: StaffConsole, payload: Contacted['payload']): Done {
    return this.care.contacted(person, staffId(payload.staffId));
  }
}
