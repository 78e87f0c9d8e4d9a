import { createHash } from 'node:crypto';
import { CheckpointSigner, isNoteSignedBy, openCheckpoint, parseCheckpoint } from './checkpoint';
import { BadCheckpoint } from './note';

const ORIGIN = 'warmline/audit/0190f3c2-7b1e-7d34-9a6b-0123456789ab';
const seedOf = (name: string): Buffer => createHash('sha256').update(name).digest();
const signer = new CheckpointSigner(seedOf('one'), ORIGIN);
const tree = { size: 20_852_163, head: seedOf('a head') };
const note = signer.sign(tree);

describe('a signed checkpoint', () => {
  it('[AUD3] has the three lines of the C2SP format, an empty line, and one signature', () => {
    expect(note.split('\n')).toEqual([
      ORIGIN,
      '20852163',
      tree.head.toString('base64'),
      '',
      expect.stringMatching(/^— warmline\/audit\/\S+ \S+$/),
      '',
    ]);
  });

  it('[AUD3] is opened by its own key and no other', () => {
    expect(openCheckpoint(note, [signer.publicKey])).toEqual({ origin: ORIGIN, ...tree });
    const other = new CheckpointSigner(seedOf('two'), ORIGIN);
    expect(() => openCheckpoint(note, [other.publicKey])).toThrow(BadCheckpoint);
    expect(() => openCheckpoint(note, [])).toThrow('is not signed by a key of this log');
    expect(openCheckpoint(note, [other.publicKey, signer.publicKey]).size).toBe(tree.size);
  });

  it('[AUD3] is refused once any character of it is changed', () => {
    for (let at = 0; at < note.length; at += 1) {
      const changed = `${note.slice(0, at)}${note[at] === 'x' ? 'y' : 'x'}${note.slice(at + 1)}`;
      let opened: unknown = null;
      try {
        opened = openCheckpoint(changed, [signer.publicKey]);
      } catch (error) {
        expect(error).toBeInstanceOf(BadCheckpoint);
      }
      // The last bits of a base64 text that ends in = mean nothing.
      if (opened !== null) expect(opened).toEqual({ origin: ORIGIN, ...tree });
    }
  });

  it('[AUD3] a fork that is signed again with another key is not of this log', () => {
    const fork = new CheckpointSigner(seedOf('two'), ORIGIN).sign(tree);
    expect(() => openCheckpoint(fork, [signer.publicKey])).toThrow(BadCheckpoint);
  });

  it.each([
    '',
    'x',
    `${ORIGIN}\n5\n`,
    note.trimEnd(),
    note.replace('20852163', '020852163'),
    note.replace('20852163', '-1'),
  ])('is not found in %j', (text) => {
    expect(() => parseCheckpoint(text)).toThrow(BadCheckpoint);
  });

  it('wants a key of 32 bytes and a name without spaces', () => {
    expect(() => new CheckpointSigner(Buffer.alloc(31), ORIGIN)).toThrow(TypeError);
    expect(() => new CheckpointSigner(seedOf('one'), 'two words')).toThrow(TypeError);
  });
});

describe('a note of another program', () => {
  // The example that the format of signed notes is published with.
  const key = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
  const text =
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n" +
    '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';

  it('is checked in the same way', () => {
    expect(isNoteSignedBy(text, key)).toBe(true);
    expect(isNoteSignedBy(text.replace('answer', 'question'), key)).toBe(false);
  });

  it.each(['', 'PeterNeumann', key.replace('c74f20a3', 'c74f20a4'), key.replace('ARpc', 'Arpc')])(
    'is not checked with %j, which is no key',
    (other) => {
      expect(() => isNoteSignedBy(text, other)).toThrow(BadCheckpoint);
    },
  );
});
