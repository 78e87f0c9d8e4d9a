/** A key as its file has it: `by` is the id of the main key that wraps it, null where none does. */
export interface StoredKey {
  readonly by: string | null;
  readonly bytes: Buffer;
}

const WRAPPED = /^wrapped (\S+) ([A-Za-z0-9+/]+=*)\n?$/;

/** 32 bytes. Buffer.from passes by what is not base64, so that a damaged file could pass for another key. */
const PLAIN = /^[A-Za-z0-9+/]{43}=\n?$/;

/** Null when it is damaged. */
export const parseStoredKey = (text: string): StoredKey | null => {
  const [, by, wrapped] = WRAPPED.exec(text) ?? [];
  if (by !== undefined && wrapped !== undefined) return { by, bytes: Buffer.from(wrapped, 'base64') };
  if (!PLAIN.test(text)) return null;
  return { by: null, bytes: Buffer.from(text, 'base64') };
};

export const writeStoredKey = ({ by, bytes }: StoredKey): string =>
  by === null ? bytes.toString('base64') : `wrapped ${by} ${bytes.toString('base64')}\n`;
