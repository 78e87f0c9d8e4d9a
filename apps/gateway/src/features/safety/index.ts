export { SafetyCommands } from './commands';
export { boundEntry, parseEntry, shownOf } from './safety-record-view';
export { SafetyPagesModule } from './safety.module';
