import type { EntryProof } from '@warmline/contracts';
import { aProof } from './testing/a-proof';
import { verifyEntry } from './verify-entry';

const proof = aProof;
const { checkpoint } = proof;
const changed = (over: Partial<EntryProof>) => verifyEntry({ ...proof, ...over }, checkpoint);
const turned = (hex: string): string => hex.replace(/^../, (pair) => (pair === '00' ? '01' : '00'));

describe('a proof that an entry is in the log', () => {
  it('[AUD3] is believed when leaf, path, head and signature agree', async () => {
    expect(await verifyEntry(proof, checkpoint)).toEqual({ kind: 'proved', index: 4, size: 7, steps: 3 });
  });

  it('[AUD3] is refused when the row is another than the one that was logged', async () => {
    const entry = { ...proof.entry, actor: 'staff 1' };
    expect(await changed({ entry })).toEqual({ kind: 'not_proved', why: 'entry_changed' });
    // Even where the hash was changed with it.
    expect(await changed({ leaf: turned(proof.leaf), salt: null })).toEqual({
      kind: 'not_proved',
      why: 'other_head',
    });
  });

  it.each([0, 1, 2])('[AUD3] is refused when hash %i of its path is another', async (place) => {
    const path = proof.path.map((hash, at) => (at === place ? turned(hash) : hash));
    expect(await changed({ path })).toEqual({ kind: 'not_proved', why: 'other_head' });
  });

  it('[AUD3] is refused at another place, and with a path that is too short or too long', async () => {
    const refused = { kind: 'not_proved', why: 'other_head' };
    expect(await changed({ index: 5 })).toEqual(refused);
    expect(await changed({ path: proof.path.slice(1) })).toEqual(refused);
    expect(await changed({ path: [...proof.path, proof.leaf] })).toEqual(refused);
  });

  it('[AUD3] is refused when the checkpoint is changed, signed by another key, or none', async () => {
    const bad = { kind: 'not_proved', why: 'bad_signature' };
    expect(await verifyEntry(proof, checkpoint.replace('\n7\n', '\n8\n'))).toEqual(bad);
    expect(await changed({ keys: [] })).toEqual(bad);
    expect(await verifyEntry(proof, 'hello')).toEqual({ kind: 'not_proved', why: 'bad_checkpoint' });
  });

  it('[AUD4] shows the place alone once the salt of the conversation is erased', async () => {
    expect(await changed({ salt: null })).toEqual({ kind: 'place_only', index: 4, size: 7, steps: 3 });
  });
});
