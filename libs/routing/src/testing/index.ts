export * from './any-situation';
