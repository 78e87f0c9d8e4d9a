import { Injectable } from '@nestjs/common';
import type { Reply, StaffCommands } from '@warmline/contracts';
import { nothing, refused } from '../../core/reply';
import type { Door } from '../../socket/command';
import type { StaffPage } from '../../socket/staff-console';
import { Shifts } from './shifts';

type CheckIn = StaffCommands['shift:check_in'];
type CheckOut = StaffCommands['shift:check_out'];
type Nothing = Promise<Reply<Record<string, never>>>;

@Injectable()
export class CheckInDoor implements Door<StaffPage, CheckIn> {
  readonly action = 'day.arrange';

  constructor(private readonly shifts: Shifts) {}

  async handle({ person }: StaffPage, { answer, takesSurge }: CheckIn['payload']): Nothing {
    const refusal = await this.shifts.checkIn(person, { checkIn: answer, takesSurge });
    return refusal === null ? nothing : refused(refusal);
  }
}

@Injectable()
export class WantContactDoor implements Door<StaffPage, StaffCommands['contact:want']> {
  readonly action = 'day.arrange';

  constructor(private readonly shifts: Shifts) {}

  async handle({ person }: StaffPage): Nothing {
    await this.shifts.wantContact(person);
    return nothing;
  }
}

@Injectable()
export class CheckOutDoor implements Door<StaffPage, CheckOut> {
  readonly action = 'day.arrange';

  constructor(private readonly shifts: Shifts) {}

  async handle({ person }: StaffPage, said: CheckOut['payload']): Nothing {
    await this.shifts.checkOut(person, said);
    return nothing;
  }
}
