export * from './numbered-ids';
