import { open, seal, type Binding } from '../seal';

/** Wraps every key of the keyring. It stays where it is kept: in a file elsewhere, or inside a security module. */
export interface MainKey {
  /** Written beside what it wraps, so that a later main key is told apart. Without spaces. */
  readonly id: string;
  /** `name`: what the key is called in the keyring. It opens under no other. */
  wrap(key: Uint8Array, name: string): Promise<Buffer>;
  /** Rejects when another key wrapped it, under another name, or a bit was changed. */
  unwrap(wrapped: Uint8Array, name: string): Promise<Buffer>;
}

/** Where a main key is kept. */
export type MainKeyPlace =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'pkcs11'; readonly token: string; readonly object: string };

/** Thrown when a main key cannot be reached or made. Its message is for the operator. */
export class MainKeyUnavailable extends Error {}

/** The module of PKCS#11 that this machine has, and the PIN of its user. */
export interface Pkcs11Access {
  readonly module: string;
  readonly pin: string;
}

const FILE = /^file:(\/[^\0\n]+)$/;
const PKCS11 = /^pkcs11:token=([A-Za-z0-9._-]{1,32});object=([A-Za-z0-9._-]{1,64})$/;

/** Reads `file:/path` or, as RFC 7512 writes it, `pkcs11:token=NAME;object=NAME`. Null for anything else. */
export const parseMainKeyPlace = (text: string): MainKeyPlace | null => {
  const [, file] = FILE.exec(text) ?? [];
  if (file !== undefined) return { kind: 'file', file };
  const [, token, object] = PKCS11.exec(text) ?? [];
  return token !== undefined && object !== undefined ? { kind: 'pkcs11', token, object } : null;
};

const bindingOf = (name: string): Binding => ({
  conversation: 'keyring',
  entry: 'wrapped',
  role: 'system',
  keyId: name,
});

/** Wraps with a key that is in memory. */
export const wrapBy = (main: Uint8Array, key: Uint8Array, name: string): Buffer =>
  seal(main, key, bindingOf(name));

/** Throws as `open` does. */
export const unwrapBy = (main: Uint8Array, wrapped: Uint8Array, name: string): Buffer =>
  open(main, wrapped, bindingOf(name));
