export * from './agreement';
export * from './drawing';
export * from './events';
export * from './review';
export * from './score';
export * from './suggestions';
