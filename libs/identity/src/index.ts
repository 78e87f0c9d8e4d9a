export * from './counted-refusals';
export * from './events';
export * from './invite';
export * from './permissions';
export * from './principal';
export * from './second-factor';
export * from './session';
export * from './sign-in-delay';
