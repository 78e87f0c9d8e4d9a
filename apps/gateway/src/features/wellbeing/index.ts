export { Breaks } from './breaks';
export { CareCommands, WellbeingCommands } from './commands';
export { SetAvailability } from './set-availability';
export { moreHoursOf, WellbeingViews } from './wellbeing-view';
export { WellbeingModule, WellbeingPagesModule } from './wellbeing.module';
