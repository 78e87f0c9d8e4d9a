export * from './decisions';
export * from './events';
export { isOpen } from './facts';
export * from './handover';
export * from './lost-lines';
export * from './receiver';
export * from './receiving';
