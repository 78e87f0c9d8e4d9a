export * from './exported-log';
export { plainPath } from './plain-tree';
