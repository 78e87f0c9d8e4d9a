export { SafetyCommands } from './commands';
export { shownOf } from './safety-record-view';
export { SafetyPagesModule } from './safety.module';
