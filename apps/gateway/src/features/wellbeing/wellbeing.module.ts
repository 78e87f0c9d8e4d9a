import { Module } from '@nestjs/common';
import { HandoverModule } from '../handover';
import { Breaks } from './breaks';
import { CareForPerson } from './care-for-person';
import { CareCommands, WellbeingCommands } from './commands';
import { SetAvailability } from './set-availability';
import { Shifts } from './shifts';
import { WellbeingViews } from './wellbeing-view';

const USE_CASES = [Breaks, SetAvailability, WellbeingViews];

/** Breaks and availability, and what protects people at work. */
@Module({ imports: [HandoverModule], providers: USE_CASES, exports: USE_CASES })
export class WellbeingModule {}

/** What people arrange for themselves, and supervisors for them. */
@Module({
  imports: [WellbeingModule],
  providers: [CareCommands, CareForPerson, Shifts, WellbeingCommands],
  exports: [CareCommands, WellbeingCommands],
})
export class WellbeingPagesModule {}
