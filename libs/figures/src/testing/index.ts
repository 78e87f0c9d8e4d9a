export * from './a-contact';
