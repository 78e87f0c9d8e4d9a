import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { KEY_BYTES, open, seal, type Binding } from './seal';

const key = randomBytes(KEY_BYTES);
const binding: Binding = {
  conversation: '0190f3c2-7b1e-7d34-9a6b-0123456789ab',
  entry: '0190f3c2-7b1e-7d34-9a6b-0123456789cd',
  role: 'visitor',
  keyId: '2026-11-22',
};
const anyText = fc.string({ unit: 'binary', maxLength: 200 });
const seeded = { seed: 55_210, numRuns: 200 };

describe('sealing', () => {
  it('gives back what was sealed, bytes and texts of any script', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(open(key, seal(key, text, binding), binding).toString('utf8')).toBe(
          Buffer.from(text).toString('utf8'),
        );
      }),
      seeded,
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect([...open(key, seal(key, bytes, binding), binding)]).toEqual([...bytes]);
      }),
      seeded,
    );
  });

  it('opens a view into a larger buffer, which is how a database hands bytes over', () => {
    const sealed = seal(key, 'here', binding);
    const larger = Buffer.concat([Buffer.from('before'), sealed, Buffer.from('after')]);
    expect(open(key, larger.subarray(6, 6 + sealed.length), binding).toString()).toBe('here');
  });

  it('[PRV2] shows nothing of a sentence, and never seals it the same way twice', () => {
    const sentence = 'a canary sentence nobody may read';
    const sealed = Array.from({ length: 50 }, () => seal(key, sentence, binding));
    expect(new Set(sealed.map((bytes) => bytes.toString('base64'))).size).toBe(50);
    expect(new Set(sealed.map((bytes) => bytes.subarray(1, 13).toString('base64'))).size).toBe(50);
    for (const bytes of sealed) expect(bytes.includes('canary')).toBe(false);
  });

  it.each([
    ['conversation', '0190f3c2-7b1e-7d34-9a6b-0123456789ac'],
    ['entry', '0190f3c2-7b1e-7d34-9a6b-0123456789ce'],
    ['role', 'responder'],
    ['keyId', '2026-11-23'],
  ])('opens nowhere else: not with another %s', (part, other) => {
    const sealed = seal(key, 'hello', binding);
    expect(() => open(key, sealed, { ...binding, [part]: other })).toThrow();
  });

  it('opens with no other key', () => {
    expect(() => open(randomBytes(KEY_BYTES), seal(key, 'hello', binding), binding)).toThrow();
  });

  it('opens no more once a single bit is changed, wherever it is', () => {
    const sealed = seal(key, 'hello', binding);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => open(key, changed, binding)).toThrow();
    }
  });

  it('opens no more once it is cut or grown', () => {
    const sealed = seal(key, 'hello', binding);
    for (let length = 0; length < sealed.length; length += 1)
      expect(() => open(key, sealed.subarray(0, length), binding)).toThrow();
    expect(() => open(key, Buffer.concat([sealed, Buffer.of(0)]), binding)).toThrow();
  });
});
