import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Connection, deviceClock, socketTransport } from '@warmline/client';
import {
  PROTOCOL_VERSION,
  VISITOR_NAMESPACE,
  type VisitorCommands,
  type VisitorNotices,
} from '@warmline/contracts';
import { until, within } from '@warmline/test-kit';
import { Deployment } from './deployment/deployment';
import { RunningGateway } from './deployment/running';
import { aToken } from './deployment/visitor';

const ATTACKER = 1_000;
const HONEST = 50;
/** On a quiet machine they are in within 5 s. Where newcomers took each other's places, it was half a minute (ms). */
const IN_WITHIN = 20_000;

let deployment: Deployment;
/** Everyone here comes from 127.0.0.1. The service has no TLS and no proxy, so that counts as one network. */
let gateway: RunningGateway;
let attacker: ChildProcess;
beforeAll(async () => {
  deployment = await Deployment.start({ worker: false, gateways: 0 });
  gateway = await RunningGateway.start(
    // Not many more places than the attacker takes: the house is crowded.
    { ...deployment.config, PUBLIC_URL: 'http://127.0.0.1', SOCKETS_MAX: 1_200 },
    deployment.log,
  );
});
afterAll(async () => {
  attacker.kill();
  await gateway.stop();
  await deployment.stop();
});

const attack = async (): Promise<void> => {
  const { port } = new URL(gateway.url);
  const script = ['tools/dev/bootstrap.mjs', 'apps/gateway/test/attackers/crowd.ts'];
  attacker = spawn(process.execPath, [...script, port, String(ATTACKER), String(PROTOCOL_VERSION)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { stdout } = attacker;
  if (stdout === null) throw new Error('an attacker without a voice');
  await within('the crowd to be open', once(stdout, 'data'));
};

/** A page as people have it, with its own way to try again. Resolves once it has a conversation. */
const getsIn = async (): Promise<boolean> => {
  const token = aToken();
  const page = new Connection<VisitorCommands, VisitorNotices>({
    clock: deviceClock,
    random: Math.random,
    transport: socketTransport({
      namespace: VISITOR_NAMESPACE,
      origin: gateway.url,
      handshake: () => ({ token, protocol: PROTOCOL_VERSION }),
    }),
  });
  page.start();
  const start = { startId: randomUUID(), safety: 'safe', name: '', language: 'en' } as const;
  try {
    const isIn = async (): Promise<boolean> => (await page.send('conversation:start', start)).kind === 'done';
    return await until('a conversation to start', isIn, IN_WITHIN);
  } finally {
    page.stop();
  }
};

describe('a stranger with 1,000 connections', () => {
  it('[SEC5] keeps none of 50 people out who come from the same network at the same moment', async () => {
    await attack();
    const people = await Promise.all(Array.from({ length: HONEST }, getsIn));
    expect(people).toHaveLength(HONEST);
    const [row] = await deployment.database.sql<{ count: string }>('select count(*) from conversation');
    expect(row).toEqual({ count: String(HONEST) });
    expect(attacker.exitCode).toBeNull();
  });
});
