export * from './holds.module';
