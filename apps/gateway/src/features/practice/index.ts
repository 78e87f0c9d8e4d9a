export { ActInPractice } from './act-in-practice';
export { BeginPractice } from './begin-practice';
export { PracticeCommands } from './commands';
export { PracticeViews } from './practice-view';
export { PracticePagesModule } from './practice.module';
