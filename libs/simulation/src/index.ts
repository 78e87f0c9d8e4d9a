export * from './cell';
export * from './policy';
export * from './simulate';
