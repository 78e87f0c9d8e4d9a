import { SERVICE_KEY, type Keyring } from './keyring';
import { open, seal, type Binding } from './seal';

/** Where a sealed text belongs: it opens nowhere else. */
export interface SecretPlace {
  readonly service: string;
  /** Such as `contact/<id>/address`. */
  readonly entry: string;
}

const bindingOf = ({ service, entry }: SecretPlace): Binding => ({
  conversation: service,
  entry,
  role: 'system',
  keyId: SERVICE_KEY,
});

/** Seals what a service keeps for itself, such as addresses. Its key expires with no day. */
export class ServiceSecrets {
  constructor(private readonly keyring: Keyring) {}

  /** Makes the key of the service with the first text. */
  async seal(text: string, place: SecretPlace): Promise<Buffer> {
    return seal(await this.keyring.findOrMake(SERVICE_KEY), text, bindingOf(place));
  }

  /** Null when the key is gone, or when it was damaged or not sealed for exactly this place. */
  async open(sealed: Uint8Array, place: SecretPlace): Promise<string | null> {
    try {
      const key = await this.keyring.find(SERVICE_KEY);
      return key === null ? null : open(key, sealed, bindingOf(place)).toString('utf8');
    } catch {
      return null;
    }
  }
}
