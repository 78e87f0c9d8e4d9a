export * from './events';
export * from './help-call';
