import { randomBytes } from 'node:crypto';
import { fingerprintOfSeed, openSignedText, signText } from './signed-text';

const FORMAT = 'warmline-service/1';
const seed = randomBytes(32);
const content = '{\n  "name": "Harbour Listening – für alle"\n}\n';
const text = signText(seed, FORMAT, content);

describe('a signed text', () => {
  it('opens as it was signed, with the fingerprint of the key that signed it', () => {
    const fingerprint = fingerprintOfSeed(seed);
    expect(openSignedText(FORMAT, text)).toEqual({ content, fingerprint });
    expect(fingerprint).toMatch(/^(?:[0-9A-F]{4} ){7}[0-9A-F]{4}$/);
    expect(fingerprintOfSeed(randomBytes(32))).not.toBe(fingerprint);
  });

  it('is altered when any one character is another, or the end is gone', () => {
    const start = text.indexOf(' ') + 1;
    for (let at = start; at < text.length; at += 1) {
      const other = text[at] === 'A' ? 'B' : 'A';
      const changed = `${text.slice(0, at)}${other}${text.slice(at + 1)}`;
      expect(['altered', 'not_signed']).toContain(openSignedText(FORMAT, changed));
    }
    expect(openSignedText(FORMAT, text.slice(0, -1))).toBe('altered');
    expect(openSignedText(FORMAT, `${text} `)).toBe('altered');
  });

  it('is none of another format, nor without its first line', () => {
    expect(openSignedText('warmline-service/2', text)).toBe('not_signed');
    expect(openSignedText(FORMAT, content)).toBe('not_signed');
    expect(openSignedText('warmline-service/2', text.replace(FORMAT, 'warmline-service/2'))).toBe('altered');
  });
});
