export { HistoryCommands } from './commands';
export { HistoryModule } from './history.module';
export { THEIRS } from './past-acts';
