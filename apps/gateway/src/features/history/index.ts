export { HistoryCommands } from './commands';
export { HistoryModule } from './history.module';
