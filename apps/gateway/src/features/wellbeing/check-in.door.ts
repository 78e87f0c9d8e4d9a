import { Injectable } from '@nestjs/common';
import type { Reply, StaffCommands } from '@warmline/contracts';
import { nothing, refused } from '../../core/reply';
import type { Door } from '../../socket/command';
import type { StaffConsole } from '../../socket/staff-console';
import { Shifts } from './shifts';

type CheckIn = StaffCommands['shift:check_in'];
type CheckOut = StaffCommands['shift:check_out'];
type Nothing = Promise<Reply<Record<string, never>>>;

@Injectable()
export class CheckInDoor implements Door<StaffConsole, CheckIn> {
  readonly action = 'day.arrange';

  constructor(private readonly shifts: Shifts) {}

  async handle({ person }: StaffConsole, { answer, takesSurge }: CheckIn['payload']): Nothing {
    const refusal = await this.shifts.begin(person, { checkIn: answer, takesSurge });
    return refusal === null ? nothing : refused(refusal);
  }
}

@Injectable()
export class WantContactDoor implements Door<StaffConsole, StaffCommands['contact:want']> {
  readonly action = 'day.arrange';

  constructor(private readonly shifts: Shifts) {}

  async handle({ person }: StaffConsole): Nothing {
    await this.shifts.wantContact(person);
    return nothing;
  }
}

@Injectable()
export class CheckOutDoor implements Door<StaffConsole, CheckOut> {
  readonly action = 'day.arrange';

  constructor(private readonly shifts: Shifts) {}

  async handle({ person }: StaffConsole, said: CheckOut['payload']): Nothing {
    await this.shifts.end(person, said);
    return nothing;
  }
}
