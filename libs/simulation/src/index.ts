export * from './cell';
export * from './crowd';
export * from './engine/record';
export * from './goals/exposure';
export * from './goals/goal';
export * from './goals/measures';
export * from './policy';
export * from './simulate';
