export * from './fake-wire';
export * from './manual-clock';
