export * from './a-handover';
export * from './after';
