export * from './destroy-keys';
export * from './erase-expired';
export * from './keep-canaries';
export * from './retention-job';
export * from './retention.module';
export * from './rotate-keys';
