export type FileEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** Spreadsheets save UTF-8, UTF-16 with a byte order mark, or in older versions Windows-1252. */
const encodingOf = (bytes: Uint8Array): FileEncoding => {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
};

/**
 * Reads the text of a file that a spreadsheet saved. Never throws: every sequence of bytes is a text in Windows-1252, so a
 * person has to look at what came out when `encoding` is that.
 */
export const decodeFile = (bytes: Uint8Array): { readonly text: string; readonly encoding: FileEncoding } => {
  const encoding = encodingOf(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
};
