import { decodeFile } from './file-encoding';

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);

describe('the encoding of a file', () => {
  it('is UTF-8, with or without a byte order mark', () => {
    const utf8 = new TextEncoder().encode('René, ليلى');
    expect(decodeFile(utf8)).toEqual({ text: 'René, ليلى', encoding: 'utf-8' });
    expect(decodeFile(bytes(0xef, 0xbb, 0xbf, ...utf8))).toEqual({ text: 'René, ليلى', encoding: 'utf-8' });
  });

  it('is recognised as UTF-16 by its byte order mark', () => {
    expect(decodeFile(bytes(0xff, 0xfe, 0x52, 0, 0xe9, 0))).toEqual({ text: 'Ré', encoding: 'utf-16le' });
    expect(decodeFile(bytes(0xfe, 0xff, 0, 0x52, 0, 0xe9))).toEqual({ text: 'Ré', encoding: 'utf-16be' });
  });

  it('is Windows-1252 where it is not UTF-8, so that no letter becomes a replacement character', () => {
    expect(decodeFile(bytes(0x52, 0x65, 0x6e, 0xe9))).toEqual({ text: 'René', encoding: 'windows-1252' });
    expect(decodeFile(bytes(0x80, 0x81, 0x96)).text).not.toContain('\uFFFD');
  });

  it('of an empty file is UTF-8', () => {
    expect(decodeFile(bytes())).toEqual({ text: '', encoding: 'utf-8' });
  });
});
