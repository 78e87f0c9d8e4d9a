export * from './fake-transport';
export * from './manual-clock';
