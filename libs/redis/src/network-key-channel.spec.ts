import { randomBytes, randomUUID } from 'node:crypto';
import { parseKeyNotice } from './network-key-channel';

const [id, since, secret] = [randomUUID(), 1_700_000_000_000, randomBytes(32)];
const told = (notice: object) => parseKeyNotice(JSON.stringify(notice));
const written = secret.toString('base64url');

describe('a notice of the key of networks', () => {
  it('is one of three, with nothing left out', () => {
    expect(told({ kind: 'has', id, since })).toEqual({ kind: 'has', id, since });
    expect(told({ kind: 'ask', id })).toEqual({ kind: 'ask', id });
    expect(told({ kind: 'key', id, since, secret: written })).toEqual({ kind: 'key', id, since, secret });
  });

  it('is nothing when it is of another version, or broken', () => {
    for (const notice of [
      { kind: 'has', id },
      { kind: 'has', id: 'x', since },
      { kind: 'key', id, since },
      { kind: 'key', id, since, secret: written.slice(2) },
      { kind: 'key', id, since: '1', secret: written },
      { kind: 'other', id, since },
      [],
    ])
      expect(told(notice)).toBeNull();
    expect(parseKeyNotice('{')).toBeNull();
  });
});
