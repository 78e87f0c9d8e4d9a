export * from './surge-request';
export * from './complaint-events';
export * from './events';
export * from './help-call';
export * from './on-call';
export * from './on-call-events';
