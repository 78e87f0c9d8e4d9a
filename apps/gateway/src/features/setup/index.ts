export { prepareFirstStart } from './first-start';
export { seedDemo } from './seed-demo';
export { SetupModule } from './setup.module';
