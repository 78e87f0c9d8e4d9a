import { createHash, createPublicKey, verify } from 'node:crypto';
import { CheckpointSigner } from '../checkpoint';
import { plainHead, plainProof } from '../testing/plain-tree';
import { CheckpointCosigner, cosignedAt } from './cosignature';
import { judgeCheckpoint, readCheckpointRequest, writeCheckpointRequest } from './judge-checkpoint';

const ORIGIN = 'warmline/audit/0190f3c2-7b1e-7d34-9a6b-0123456789ab';
const hashOf = (name: string): Buffer => createHash('sha256').update(name).digest();
const signer = new CheckpointSigner(hashOf('log'), ORIGIN);
const witness = new CheckpointCosigner(hashOf('witness'), 'trustees.example/witness');
const leaves = (count: number, of = 'leaf'): Buffer[] =>
  Array.from({ length: count }, (_, index) => hashOf(`${of} ${index}`));
const treeOf = (all: readonly Buffer[]) => ({ size: all.length, head: plainHead(all) });
const noteOf = (all: readonly Buffer[]): string => signer.sign(treeOf(all));
const log = { origin: ORIGIN, keys: [signer.publicKey] };
const grown = leaves(13);
const known = treeOf(grown.slice(0, 5));
const goingOn = { old: 5, proof: plainProof(5, grown), note: noteOf(grown) };

describe('a co-signature', () => {
  it('[AUD3] is the Ed25519 signature of the time and the checkpoint, as C2SP writes it', () => {
    const note = noteOf(grown);
    const line = witness.cosign(note, 1_796_000_000);
    const bytes = Buffer.from(line.trim().split(' ')[2] ?? '', 'base64');
    expect(bytes).toHaveLength(4 + 8 + 64);
    const [, id = '', ...rest] = witness.publicKey.split('+');
    const key = rest.join('+');
    expect(bytes.subarray(0, 4).toString('hex')).toBe(id);
    const raw = Buffer.from(key, 'base64').subarray(1).toString('base64url');
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw }, format: 'jwk' });
    const text = `cosignature/v1\ntime 1796000000\n${ORIGIN}\n13\n${plainHead(grown).toString('base64')}\n`;
    expect(verify(null, Buffer.from(text), publicKey, bytes.subarray(12))).toBe(true);
    expect(cosignedAt(note + line, witness.publicKey)).toBe(1_796_000_000);
  });

  it('[AUD3] is of one checkpoint, one time and one witness', () => {
    const line = witness.cosign(noteOf(grown), 7);
    expect(cosignedAt(noteOf(grown), witness.publicKey)).toBeNull();
    expect(cosignedAt(noteOf(leaves(12)) + line, witness.publicKey)).toBeNull();
    const other = new CheckpointCosigner(hashOf('another'), 'trustees.example/witness');
    expect(cosignedAt(noteOf(grown) + line, other.publicKey)).toBeNull();
    const bytes = Buffer.from(line.trim().split(' ')[2] ?? '', 'base64');
    bytes.writeBigUInt64BE(8n, 4);
    const later = `— trustees.example/witness ${bytes.toString('base64')}\n`;
    expect(cosignedAt(noteOf(grown) + later, witness.publicKey)).toBeNull();
  });
});

describe('a witness', () => {
  it('[AUD3] reads what a log writes, and nothing else', () => {
    expect(readCheckpointRequest(writeCheckpointRequest(goingOn))).toEqual(goingOn);
    for (const text of [
      '',
      'old 5\n',
      'old -1\n\nx',
      'old 5\nnot a hash\n\nx',
      `old 5${'\nAAAA'.repeat(3)}\n\nx`,
    ])
      expect(readCheckpointRequest(text)).toBeNull();
  });

  it('[AUD3] co-signs the first checkpoint, and then only what begins with the last it saw', () => {
    for (let from = 1; from <= 16; from += 1)
      for (let to = from; to <= 16; to += 1) {
        const [older, newer] = [leaves(from), leaves(to)];
        const request = { old: from, proof: plainProof(from, newer), note: noteOf(newer) };
        expect(judgeCheckpoint(request, { known: treeOf(older), ...log }).outcome).toBe('cosign');
        const forked = { ...request, note: noteOf([...leaves(1, 'other'), ...newer.slice(1)]) };
        expect(judgeCheckpoint(forked, { known: treeOf(older), ...log }).outcome).toBe('fork');
      }
    const first = { old: 0, proof: [], note: noteOf(grown) };
    expect(judgeCheckpoint(first, { known: null, ...log }).outcome).toBe('cosign');
  });

  it('[AUD3] never co-signs a shorter log, another log, or one that its key did not sign', () => {
    const judge = (change: Partial<typeof goingOn>) =>
      judgeCheckpoint({ ...goingOn, ...change }, { known, ...log }).outcome;
    expect(judge({})).toBe('cosign');
    expect(judge({ old: 4, proof: plainProof(4, grown) })).toBe('other_size');
    expect(judge({ old: 0, proof: [] })).toBe('other_size');
    expect(judge({ note: noteOf(grown.slice(0, 4)) })).toBe('malformed');
    expect(judge({ proof: goingOn.proof.slice(1) })).toBe('fork');
    expect(judge({ note: 'no checkpoint' })).toBe('malformed');
    const another = new CheckpointSigner(hashOf('log'), `${ORIGIN}0`);
    expect(judge({ note: another.sign(treeOf(grown)) })).toBe('unknown_log');
    const forged = new CheckpointSigner(hashOf('thief'), ORIGIN);
    expect(judge({ note: forged.sign(treeOf(grown)) })).toBe('not_signed');
  });
});
