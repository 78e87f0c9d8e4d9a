export { ConversationKey, ConversationKeys, KeyDestroyed, type WrappedKey } from './conversation-keys';
export * from './keyring';
export * from './keyring-check';
export * from './seal';
export { ServiceSecrets, type SecretPlace } from './service-secrets';
