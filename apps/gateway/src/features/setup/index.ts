export { addService, prepareFirstStart } from './first-start';
export { seedDemo } from './seed-demo';
export { columnsOf } from './setup-view';
export { SetupModule } from './setup.module';
export { WholeSetup, type BroughtLists, type PreparedLists, type UnsavedList } from './whole-setup';
