export { EndingCommands } from './commands';
export { EndingViews } from './ending-view';
export { noteOf, whyOf, wordOf } from './ending-request';
export { EndingModule, EndingPagesModule } from './ending.module';
