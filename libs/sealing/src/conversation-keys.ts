import { randomBytes } from 'node:crypto';
import type { Keyring } from './keyring';
import { KEY_BYTES, open, seal, type Binding } from './seal';

/** Keys kept in memory, at most: the newest used. */
const CACHED_MAX = 20_000;

/** A conversation's key as stored: wrapped by the key of its expiry day, or of its hold. */
export interface WrappedKey {
  readonly conversation: string;
  readonly dekWrapped: Uint8Array;
  /** `YYYY-MM-DD`. Its texts are bound to it, whichever key wraps. */
  readonly kekDay: string;
  /** The key of its hold, by its name in the keyring, once it was held. */
  readonly wrappedBy?: string | null;
}

const wrapping = (conversation: string, keyId: string): Binding => ({
  conversation,
  entry: 'key',
  role: 'system',
  keyId,
});

const wrapperOf = ({ wrappedBy, kekDay }: WrappedKey): string => wrappedBy ?? kekDay;

/** Whether the key of a day opens a conversation's key. */
export const wrappedKeyOpens = (kek: Uint8Array, wrapped: WrappedKey): boolean => {
  try {
    const binding = wrapping(wrapped.conversation, wrapperOf(wrapped));
    return open(kek, wrapped.dekWrapped, binding).length === KEY_BYTES;
  } catch {
    return false;
  }
};

/** Thrown when the day's key is gone: what it protected cannot be read any more, by anyone. */
export class KeyDestroyed extends Error {}

type Bound = Omit<Binding, 'conversation' | 'keyId'>;

/** Seals and opens the texts of one conversation, until it is wiped. */
export class ConversationKey {
  private isWiped = false;

  constructor(
    private readonly key: Uint8Array,
    private readonly conversation: string,
    /** The expiry day that its texts are bound to. */
    readonly keyId: string,
    /** The key that wraps it. */
    readonly wrapper = keyId,
  ) {}

  /** Throws KeyDestroyed once it is wiped: nothing is ever sealed under an empty key. */
  seal(text: string, bound: Bound): Buffer {
    if (this.isWiped) throw new KeyDestroyed(`the key of ${this.keyId} is destroyed`);
    return seal(this.key, text, { ...bound, conversation: this.conversation, keyId: this.keyId });
  }

  /** Overwrites the key in memory, for everyone who holds it. */
  wipe(): void {
    this.isWiped = true;
    this.key.fill(0);
  }

  /** Null when it was damaged, or not sealed for exactly this place, and once the key is wiped. */
  open(sealed: Uint8Array, bound: Bound): string | null {
    try {
      if (this.isWiped) return null;
      const bytes = open(this.key, sealed, { ...bound, conversation: this.conversation, keyId: this.keyId });
      return bytes.toString('utf8');
    } catch {
      return null;
    }
  }
}

/** A random key for each conversation, stored wrapped, kept open in memory while it is used. */
export class ConversationKeys {
  private readonly opened = new Map<string, ConversationKey>();

  constructor(private readonly keyring: Keyring) {}

  async make(conversation: string, kekDay: string): Promise<{ key: ConversationKey; wrapped: WrappedKey }> {
    const made = await this.makeUnkept(conversation, kekDay);
    this.keep(conversation, made.key);
    return made;
  }

  /** As `make`, but not kept in memory: of something that is sent twice, the other attempt may be the one that is stored. */
  async makeUnkept(
    conversation: string,
    kekDay: string,
  ): Promise<{ key: ConversationKey; wrapped: WrappedKey }> {
    const kek = await this.keyring.findOrMake(kekDay);
    const dek = randomBytes(KEY_BYTES);
    const dekWrapped = seal(kek, dek, wrapping(conversation, kekDay));
    const key = new ConversationKey(dek, conversation, kekDay);
    return { key, wrapped: { conversation, dekWrapped, kekDay } };
  }

  /** Rejects with KeyDestroyed after the day's key was destroyed. */
  async unwrap(wrapped: WrappedKey): Promise<ConversationKey> {
    const { conversation, kekDay } = wrapped;
    const known = this.find(conversation);
    if (known !== null) return known;
    const dek = await this.openKey(wrapped);
    return this.keep(conversation, new ConversationKey(dek, conversation, kekDay, wrapperOf(wrapped)));
  }

  /**
   * The key of a conversation, wrapped by another key of the keyring, which is made if need be. What the first one opened stays
   * open here until that is destroyed. Rejects with KeyDestroyed.
   */
  async rewrap(wrapped: WrappedKey, by: string): Promise<Buffer> {
    const dek = await this.openKey(wrapped);
    const kek = await this.keyring.findOrMake(by);
    try {
      return seal(kek, dek, wrapping(wrapped.conversation, by));
    } finally {
      dek.fill(0);
    }
  }

  /** The key if it is open in memory. */
  find(conversation: string): ConversationKey | null {
    const key = this.opened.get(conversation);
    return key === undefined ? null : this.keep(conversation, key);
  }

  /** The keys of the keyring that wrap what is open in memory, by their names. */
  get wrappersInMemory(): readonly string[] {
    return [...new Set([...this.opened.values()].map(({ wrapper }) => wrapper))];
  }

  /** Wipes what a key of the keyring wraps from the memory of this process. */
  forgetWrappedBy(name: string): void {
    for (const [conversation, { wrapper }] of this.opened) if (wrapper === name) this.forget(conversation);
  }

  /** Wipes the key of one conversation from the memory of this process. */
  forget(conversation: string): void {
    this.opened.get(conversation)?.wipe();
    this.opened.delete(conversation);
  }

  private async openKey(wrapped: WrappedKey): Promise<Buffer> {
    const name = wrapperOf(wrapped);
    const kek = await this.keyring.find(name);
    if (kek === null) throw new KeyDestroyed(`the key of ${name} is destroyed`);
    return open(kek, wrapped.dekWrapped, wrapping(wrapped.conversation, name));
  }

  private keep(conversation: string, key: ConversationKey): ConversationKey {
    this.opened.delete(conversation);
    this.opened.set(conversation, key);
    const [oldest] = this.opened.keys();
    if (this.opened.size > CACHED_MAX && oldest !== undefined) this.opened.delete(oldest);
    return key;
  }
}
