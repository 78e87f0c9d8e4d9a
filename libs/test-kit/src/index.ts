export type { Fault } from './fault';
export { FaultProxy } from './fault-proxy';
export * from './files-at-rest';
export * from './fingerprint';
export * from './people';
export * from './redis-corner';
export * from './scene';
export * from './test-database';
export * from './until';
