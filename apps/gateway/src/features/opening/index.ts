export { Admission } from './admission';
export { OpeningCommands } from './commands';
export { OpeningJob } from './opening-job';
export { OpeningViews } from './opening-view';
export { OpeningModule, OpeningPagesModule } from './opening.module';
export { openingOf, ServiceOpening } from './service-opening';
