export * from './surge-request';
export * from './events';
export * from './help-call';
