import type { EntryProof } from '@warmline/contracts';

/** What a checkpoint says: the state of the log at one moment. */
export interface ReadCheckpoint {
  readonly origin: string;
  readonly size: number;
  readonly head: Uint8Array;
}

export type EntryVerdict =
  /** The entry is as it was when it entered the log. `steps`: hashes from it to the head. */
  | { readonly kind: 'proved'; readonly index: number; readonly size: number; readonly steps: number }
  /** Its place is proved; whether the row is as it was cannot be seen, since its salt was erased with the conversation. */
  | { readonly kind: 'place_only'; readonly index: number; readonly size: number; readonly steps: number }
  | {
      readonly kind: 'not_proved';
      readonly why: 'entry_changed' | 'other_head' | 'bad_signature' | 'bad_checkpoint';
    };

type Bytes = Uint8Array<ArrayBuffer>;

const FORMAT = 'warmline-audit-entry/1';
const ED25519 = 0x01;
const BODY = /^(\S+)\n(0|[1-9]\d{0,14})\n([A-Za-z0-9+/]{43}=)\n/u;

const hexBytes = (hex: string): Bytes =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const base64Bytes = (text: string): Bytes => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const textBytes = (text: string): Bytes => Uint8Array.from(new TextEncoder().encode(text));
const together = (...parts: readonly Uint8Array[]): Bytes => {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let from = 0;
  for (const part of parts) {
    all.set(part, from);
    from += part.length;
  }
  return all;
};
const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, place) => byte === other[place]);

const sha256 = async (...parts: readonly Uint8Array[]): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', together(...parts)));

const hmac = async (key: Bytes, message: Bytes): Promise<Bytes> => {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, message));
};

/** The leaf of a row: docs/spec/audit-log.md#the-leaf. */
const leafOf = async (entry: EntryProof['entry'], salt: Bytes): Promise<Bytes> => {
  const { id, at, service, action, actorKind, actor, conversation, epoch, subject, whom, reason, count } =
    entry;
  const canonical = JSON.stringify([
    ...[FORMAT, id, at, service, action, actorKind, actor],
    ...[conversation, epoch, subject, whom, reason, count],
  ]);
  return sha256(Uint8Array.of(0), await hmac(salt, textBytes(canonical)));
};

const splitOf = (size: number): number => {
  let left = 1;
  while (left * 2 < size) left *= 2;
  return left;
};

interface Place {
  readonly index: number;
  readonly size: number;
}

/** The head that a path leads to (RFC 6962, section 2.1.1); null when it has another length than this place needs. */
const headOf = async (leaf: Bytes, { index, size }: Place, path: readonly Bytes[]): Promise<Bytes | null> => {
  const sibling = path.at(-1);
  if (size === 1 || sibling === undefined) return size === 1 && path.length === 0 ? leaf : null;
  const left = splitOf(size);
  const isLeft = index < left;
  const within = isLeft ? { index, size: left } : { index: index - left, size: size - left };
  const hash = await headOf(leaf, within, path.slice(0, -1));
  if (hash === null) return null;
  return isLeft ? sha256(Uint8Array.of(1), hash, sibling) : sha256(Uint8Array.of(1), sibling, hash);
};

/** What a checkpoint says, signed or not; null for a text that is none. */
export const readCheckpoint = (note: string): ReadCheckpoint | null => {
  const [, origin, size, head] = BODY.exec(note) ?? [];
  if (origin === undefined || size === undefined || head === undefined) return null;
  return { origin, size: Number(size), head: base64Bytes(head) };
};

/** Whether one of these keys of the log has signed the note: the C2SP form of a signed note with Ed25519. */
const isSigned = async (note: string, keys: readonly string[]): Promise<boolean> => {
  const split = note.lastIndexOf('\n\n');
  const body = textBytes(note.slice(0, split + 1));
  for (const line of note.slice(split + 2).split('\n')) {
    const [, name, signature] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
    if (name === undefined || signature === undefined) continue;
    const signed = base64Bytes(signature);
    for (const key of keys) {
      if (!key.startsWith(`${name}+`)) continue;
      const typed = base64Bytes(key.split('+').slice(2).join('+'));
      const id = (await sha256(textBytes(`${name}\n`), typed)).slice(0, 4);
      if (typed[0] !== ED25519 || !isSame(id, signed.slice(0, 4))) continue;
      const imported = await crypto.subtle.importKey('raw', typed.slice(1), 'Ed25519', false, ['verify']);
      if (await crypto.subtle.verify('Ed25519', imported, signed.slice(4), body)) return true;
    }
  }
  return false;
};

/**
 * Checks in this browser that an entry is in the log that a checkpoint names. What the server says is not believed: the leaf, the
 * head and the signature are computed here. Rejects where the browser has no WebCrypto with Ed25519.
 */
export const verifyEntry = async (
  { entry, salt, leaf: stored, index, path, keys }: EntryProof,
  note: string,
): Promise<EntryVerdict> => {
  const checkpoint = readCheckpoint(note);
  if (checkpoint === null) return { kind: 'not_proved', why: 'bad_checkpoint' };
  if (!(await isSigned(note, keys))) return { kind: 'not_proved', why: 'bad_signature' };
  const leaf = hexBytes(stored);
  if (salt !== null && !isSame(await leafOf(entry, hexBytes(salt)), leaf))
    return { kind: 'not_proved', why: 'entry_changed' };
  const { size } = checkpoint;
  const head = await headOf(leaf, { index, size }, path.map(hexBytes));
  if (head === null || !isSame(head, checkpoint.head)) return { kind: 'not_proved', why: 'other_head' };
  return { kind: salt === null ? 'place_only' : 'proved', index, size, steps: path.length };
};
