export * from './alarms';
export * from './connection';
export * from './hints';
export * from './live-index';
