import type { SecretPlace } from '@warmline/sealing';

/** Where the address of a contact is sealed for. */
export const addressOf = (service: string, contact: string): SecretPlace => ({
  service,
  entry: `contact/${contact}/address`,
});

/** Where the secret that signs the messages of a webhook is sealed for. */
export const secretOf = (service: string, contact: string): SecretPlace => ({
  service,
  entry: `contact/${contact}/secret`,
});
