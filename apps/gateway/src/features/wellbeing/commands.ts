import { Injectable } from '@nestjs/common';
import { staffId } from '@warmline/kernel';
import { doneUnless, nothing } from '../../core/replies';
import { defineStaffCommands } from '../../socket/commands';
import { Breaks } from './breaks';
import { CareForPerson } from './care-for-person';
import { Shifts } from './shifts';

/** What people arrange for themselves in a shift. */
@Injectable()
export class WellbeingCommands {
  readonly table = defineStaffCommands({
    'shift:check_in': {
      permission: 'day.arrange',
      run: async ({ person }, { answer, takesSurge }) =>
        doneUnless(await this.shifts.checkIn(person, { checkIn: answer, takesSurge })),
    },
    'shift:check_out': {
      permission: 'day.arrange',
      run: async ({ person }, said) => doneUnless(await this.shifts.checkOut(person, said)),
    },
    'break:take': {
      permission: 'day.arrange',
      run: async ({ person }) => doneUnless(await this.breaks.takeBreak(person)),
    },
    'break:delay': {
      permission: 'day.arrange',
      run: async ({ person }) => doneUnless(await this.breaks.delayBreak(person)),
    },
    'break:end': {
      permission: 'day.arrange',
      run: async ({ person }) => doneUnless(await this.breaks.endBreak(person)),
    },
    'cool_down:extend': {
      permission: 'day.arrange',
      run: async ({ person }) => doneUnless(await this.breaks.extendCoolDown(person)),
    },
    'contact:want': {
      permission: 'day.arrange',
      run: async ({ person }) => {
        await this.shifts.wantContact(person);
        return nothing;
      },
    },
  });

  constructor(
    private readonly shifts: Shifts,
    private readonly breaks: Breaks,
  ) {}
}

/** What a supervisor decides about a colleague. */
@Injectable()
export class CareCommands {
  readonly table = defineStaffCommands({
    'person:set_capacity': {
      permission: 'people.care',
      run: ({ person }, payload) => this.care.setCapacity(person, staffId(payload.staffId), payload.capacity),
    },
    'person:call_break': {
      permission: 'people.care',
      run: ({ person }, payload) => this.care.callBreak(person, staffId(payload.staffId)),
    },
    'person:close_shift': {
      permission: 'people.care',
      run: ({ person }, payload) => this.care.closeShift(person, staffId(payload.staffId)),
    },
    'person:allow_hours': {
      permission: 'people.care',
      run: ({ person }, payload) => this.care.allowHours(person, staffId(payload.staffId), payload.reason),
    },
    'person:contacted': {
      permission: 'people.care',
      run: ({ person }, payload) => this.care.contacted(person, staffId(payload.staffId)),
    },
  });

  constructor(private readonly care: CareForPerson) {}
}
