export * from './conversation-keys';
export * from './keyring';
export * from './seal';
