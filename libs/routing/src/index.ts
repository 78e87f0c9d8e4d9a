export * from './answer-order';
export * from './band';
export * from './capacity';
export * from './events';
export * from './matching';
export * from './offer';
export * from './shift';
