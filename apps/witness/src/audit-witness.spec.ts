import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  appendLeaves,
  CheckpointSigner,
  consistencyProof,
  cosignedAt,
  EMPTY_RANGE,
  headOf,
  writeCheckpointRequest,
} from '@warmline/audit-log';
import { runWitness } from './audit-witness';

const hashOf = (name: string): Buffer => createHash('sha256').update(name).digest();
const signer = new CheckpointSigner(hashOf('log'), 'warmline/audit/one');
const leaves = Array.from({ length: 40 }, (_, index) => hashOf(`leaf ${index}`));
const noteOf = (all: readonly Buffer[]): string =>
  signer.sign({ size: all.length, head: headOf(appendLeaves(EMPTY_RANGE, all).range) });
const proofTo = (from: number, all: readonly Buffer[]) =>
  consistencyProof(from, all.length, ({ from: begin, to }) => Promise.resolve(all.slice(begin, to)));

let folder: string;
let server: Server | null;
let said: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warmline-witness-'));
  await writeFile(join(folder, 'log.txt'), `${signer.publicKey}\n`);
  said = [];
  server = null;
});
afterEach(async () => {
  await stop();
  await rm(folder, { recursive: true, force: true });
});
const stop = async (): Promise<void> => {
  const running = server;
  server = null;
  if (running !== null) await new Promise((resolve) => running.close(resolve));
};
const start = async (): Promise<string> => {
  const args = [
    '--log',
    join(folder, 'log.txt'),
    '--state',
    join(folder, 'state'),
    '--listen',
    '127.0.0.1:0',
  ];
  server = await runWitness(args, (line) => said.push(line));
  return (/^Witness (\S+)$/.exec(said.at(-2) ?? '') ?? [])[1] ?? '';
};
const ask = async (old: number, all: readonly Buffer[], path = '/add-checkpoint') => {
  const { port } = server?.address() as AddressInfo;
  const body = writeCheckpointRequest({ old, proof: await proofTo(old, all), note: noteOf(all) });
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body });
  return { status: answer.status, body: await answer.text() };
};

describe('the witness', () => {
  it('[AUD3] co-signs what goes on from the last it saw, also after a restart, and refuses a fork', async () => {
    const key = await start();
    const first = await ask(0, leaves.slice(0, 9));
    expect(first.status).toBe(200);
    expect(cosignedAt(noteOf(leaves.slice(0, 9)) + first.body, key)).toBeGreaterThan(0);
    expect(await ask(0, leaves)).toEqual({ status: 409, body: '9\n' });
    await stop();
    expect(await start()).toBe(key);
    expect((await ask(9, leaves.slice(0, 30))).status).toBe(200);
    const forked = [hashOf('another'), ...leaves.slice(1)];
    expect((await ask(30, forked)).status).toBe(422);
    expect(said.at(-1)).toBe('REFUSED: another history than the one of 30 entries.');
    expect((await ask(30, leaves)).status).toBe(200);
  });

  it('[AUD3] signs nothing before what it saw is on the disk, and does not start without it', async () => {
    await start();
    await ask(0, leaves);
    const file = join(folder, 'state', 'newest.txt');
    expect(await readFile(file, 'utf8')).toMatch(/^40 \S+\n$/);
    await stop();
    await writeFile(file, '4');
    await expect(start()).rejects.toThrow('newest.txt is damaged');
  });

  it('answers nothing else', async () => {
    await start();
    expect((await ask(0, leaves, '/')).status).toBe(404);
    const { port } = server?.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/add-checkpoint`;
    expect((await fetch(url, { method: 'POST', body: 'x'.repeat(20_000) })).status).toBe(413);
    expect((await fetch(url, { method: 'POST', body: 'old' })).status).toBe(400);
    await expect(runWitness(['--log', 'x'], () => undefined)).rejects.toThrow('Usage');
  });
});
