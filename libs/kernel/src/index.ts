export * from './assert-never';
export * from './brand';
export * from './decision';
export * from './domain-event';
export * from './instant';
