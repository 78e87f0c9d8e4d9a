export { EndingCommands } from './commands';
export { EndingViews } from './ending-view';
export { EndingModule, EndingPagesModule } from './ending.module';
