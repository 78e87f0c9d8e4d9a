import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { CHARITY_LIMITS } from '@warmline/vocabulary';

export type MarkProblem = 'not_a_picture' | 'too_big' | 'too_many_pixels';

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Of a picture drawn in a browser. No text, no profile, nothing that tells of a device or a place. */
const CHUNKS = new Set([
  'IHDR',
  'PLTE',
  'tRNS',
  'IDAT',
  'IEND',
  'sRGB',
  'gAMA',
  'cHRM',
  'pHYs',
  'sBIT',
  'bKGD',
]);
const AROUND = 12;

interface Chunk {
  readonly name: string;
  readonly content: Buffer;
}

/** The parts of a PNG file; null unless every byte belongs to a part whose checksum is right. */
const chunksOf = (file: Buffer): Chunk[] | null => {
  if (!file.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return null;
  const chunks: Chunk[] = [];
  let at = SIGNATURE.length;
  while (at + AROUND <= file.length) {
    const length = file.readUInt32BE(at);
    const end = at + AROUND + length;
    if (end > file.length) return null;
    if (crc32(file.subarray(at + 4, end - 4)) !== file.readUInt32BE(end - 4)) return null;
    chunks.push({ name: file.toString('latin1', at + 4, at + 8), content: file.subarray(at + 8, end - 4) });
    at = end;
  }
  return at === file.length ? chunks : null;
};

const isWhole = (chunks: readonly Chunk[]): boolean =>
  chunks[0]?.name === 'IHDR' &&
  chunks[0].content.length === 13 &&
  chunks.at(-1)?.name === 'IEND' &&
  chunks.some(({ name }) => name === 'IDAT') &&
  chunks.every(({ name }) => CHUNKS.has(name));

/** Why this file cannot be a charity's mark; null when it can: a small PNG picture, and nothing else in it. */
export const markProblem = (file: Buffer): MarkProblem | null => {
  if (file.length > CHARITY_LIMITS.markBytes) return 'too_big';
  const chunks = chunksOf(file);
  const [header] = chunks ?? [];
  if (chunks === null || header === undefined || !isWhole(chunks)) return 'not_a_picture';
  const [width, height] = [header.content.readUInt32BE(0), header.content.readUInt32BE(4)];
  if (width === 0 || height === 0) return 'not_a_picture';
  return Math.max(width, height) > CHARITY_LIMITS.markPixels ? 'too_many_pixels' : null;
};

/** The name of a mark: its content. */
export const markHash = (file: Buffer): string => createHash('sha256').update(file).digest('hex');
