export * from './ask-everyone';
export * from './events';
export * from './help-call';
