export * from './audit-row';
