import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  appendLeaves,
  CheckpointCosigner,
  CheckpointSigner,
  cosignedAt,
  EMPTY_RANGE,
  headOf,
  judgeCheckpoint,
  readCheckpointRequest,
  type TreeHead,
} from '@warmline/audit-log';
import { instant } from '@warmline/kernel';
import type { StoredCheckpoint } from '@warmline/postgres';
import { WitnessPlace } from './witness-place';

const hashOf = (name: string): Buffer => createHash('sha256').update(name).digest();
const signer = new CheckpointSigner(hashOf('log'), 'warmline/audit/one');
const witness = new CheckpointCosigner(hashOf('witness'), 'trustees');
const leaves = Array.from({ length: 30 }, (_, index) => hashOf(`leaf ${index}`));
const headAt = (size: number, all = leaves): TreeHead => ({
  size,
  head: headOf(appendLeaves(EMPTY_RANGE, all.slice(0, size)).range),
});
const checkpointOf = (size: number): StoredCheckpoint => ({
  ...{ size, note: signer.sign(headAt(size)) },
  at: instant(Date.UTC(2026, 11, 1)),
});

let server: Server;
let known: TreeHead | null;
let answerWith: CheckpointCosigner;
beforeEach(async () => {
  [known, answerWith] = [null, witness];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const asked = readCheckpointRequest(body);
      if (asked === null) return void response.writeHead(400).end();
      const verdict = judgeCheckpoint(asked, { known, origin: signer.origin, keys: [signer.publicKey] });
      if (verdict.outcome === 'other_size') return void response.writeHead(409).end(`${known?.size ?? 0}\n`);
      if (verdict.outcome !== 'cosign') return void response.writeHead(422).end();
      known = verdict.checkpoint;
      response.writeHead(200).end(answerWith.cosign(asked.note, 7));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const placeAt = (all = leaves) => {
  const filed: StoredCheckpoint[] = [];
  const saved: number[] = [];
  const { port } = server.address() as AddressInfo;
  const place = new WitnessPlace(
    { url: `http://127.0.0.1:${port}/add-checkpoint`, key: witness.publicKey },
    {
      hashes: { loadHashes: ({ from, to }) => Promise.resolve(all.slice(from, to)) },
      copies: { saveCosigned: (size) => Promise.resolve(void saved.push(size)) },
      file: (checkpoint) => Promise.resolve(void filed.push(checkpoint)),
    },
  );
  return { place, filed, saved };
};

describe('a witness as a place', () => {
  it('[AUD3] co-signs what goes on, also from a worker that has just started', async () => {
    const { place, filed, saved } = placeAt();
    await place.publish(checkpointOf(8));
    await place.publish(checkpointOf(21));
    await placeAt().place.publish(checkpointOf(30));
    expect([saved, known?.size]).toEqual([[8, 21], 30]);
    expect(filed.map(({ note }) => cosignedAt(note, witness.publicKey))).toEqual([7, 7]);
  });

  it('[AUD3] refuses a log that was written again, or cut, and that is told by its own code', async () => {
    await placeAt().place.publish(checkpointOf(21));
    const forked = [hashOf('another'), ...leaves.slice(1)];
    const note = signer.sign(headAt(30, forked));
    await expect(placeAt(forked).place.publish({ ...checkpointOf(30), note })).rejects.toThrow(
      'another_history',
    );
    await expect(placeAt().place.publish(checkpointOf(20))).rejects.toThrow('another_history');
  });

  it('[AUD3] is believed only under its own key', async () => {
    answerWith = new CheckpointCosigner(hashOf('thief'), 'trustees');
    const { place, saved } = placeAt();
    await expect(place.publish(checkpointOf(8))).rejects.toThrow('not_its_signature');
    expect(saved).toEqual([]);
  });
});
