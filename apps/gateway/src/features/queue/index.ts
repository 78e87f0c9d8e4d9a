export { QueueCommands } from './commands';
export { QueueModule } from './queue.module';
export { TriageMessage } from './triage-message';
