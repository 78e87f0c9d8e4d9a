export { PracticeCommands } from './commands';
export { PracticePagesModule } from './practice.module';
