import { crc32, deflateSync } from 'node:zlib';
import { markHash, markProblem } from './mark-picture';

const chunk = (name: string, content: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(content.length, 0);
  around.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
};
const header = (width: number, height: number): Buffer => {
  const content = Buffer.alloc(13);
  content.writeUInt32BE(width, 0);
  content.writeUInt32BE(height, 4);
  content.set([8, 6, 0, 0, 0], 8);
  return chunk('IHDR', content);
};
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const pixels = chunk('IDAT', deflateSync(Buffer.alloc(5)));
const end = chunk('IEND', Buffer.alloc(0));
const picture = (...parts: Buffer[]): Buffer => Buffer.concat([SIGNATURE, ...parts]);
const small = picture(header(1, 1), pixels, end);

describe('the mark of a charity', () => {
  it('is a small PNG picture, named by its bytes', () => {
    expect(markProblem(small)).toBeNull();
    expect(markHash(small)).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['an SVG', Buffer.from('<svg onload="alert(1)"/>')],
    ['a page that begins like a picture', Buffer.concat([SIGNATURE, Buffer.from('<script>')])],
    ['one with something after its end', Buffer.concat([small, Buffer.from('<script>')])],
    ['one with a wrong checksum', Buffer.concat([small.subarray(0, -1), Buffer.from([0])])],
    ['one with text in it', picture(header(1, 1), chunk('tEXt', Buffer.from('GPS')), pixels, end)],
    ['one without pixels', picture(header(1, 1), end)],
    ['one of no size', picture(header(0, 1), pixels, end)],
    ['nothing', Buffer.alloc(0)],
  ])('[SEC6] is not %s', (_, file) => {
    expect(markProblem(file)).toBe('not_a_picture');
  });

  it('is small in bytes and in pixels', () => {
    expect(markProblem(picture(header(513, 1), pixels, end))).toBe('too_many_pixels');
    expect(markProblem(picture(header(1, 1), chunk('IDAT', Buffer.alloc(40_000)), end))).toBe('too_big');
  });
});
