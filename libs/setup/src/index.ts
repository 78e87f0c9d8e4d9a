export * from './changes';
export * from './column';
export * from './events';
export * from './sheet';
export * from './sheets';
