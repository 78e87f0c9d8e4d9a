export * from './absence';
export * from './append';
export * from './conversation';
export * from './decisions';
export * from './events';
export * from './passing';
export * from './turning-away';
export * from './visitor-token';
