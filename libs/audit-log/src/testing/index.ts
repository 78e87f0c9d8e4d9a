export * from './exported-log';
