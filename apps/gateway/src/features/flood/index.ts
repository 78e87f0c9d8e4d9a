export { FloodCommands } from './commands';
export { FloodDeadlines } from './flood-deadlines';
export { FloodModule, FloodPagesModule } from './flood.module';
