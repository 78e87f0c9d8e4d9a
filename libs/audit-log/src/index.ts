export * from './checkpoint';
export * from './entry';
export * from './grow-log';
export * from './tree/compact-range';
export { EMPTY_HEAD, HASH_BYTES } from './tree/hashes';
export * from './tree/make-proof';
export * from './tree/verify-proof';
