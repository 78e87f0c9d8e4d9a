export * from './alarms';
export * from './connection';
export * from './fitness';
export * from './help-channel';
export * from './hints';
export * from './keys';
export * from './live-index';
export * from './network-key-channel';
export type { IndexedSituation, IndexState } from './parse-situation';
