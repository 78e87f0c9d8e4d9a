export { seedDemo } from './seed-demo';
export { SetupModule } from './setup.module';
