export * from './alarms';
export * from './connection';
export * from './fitness';
export * from './hints';
export * from './keys';
export * from './live-index';
export type { IndexState } from './parse-situation';
