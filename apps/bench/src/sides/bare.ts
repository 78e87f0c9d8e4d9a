import { randomUUID } from 'node:crypto';
import type { Session } from '../ground';
import type { LineSetUp } from '../load/jobs';
import { createDatabase } from './databases';
import { ownScript, Probed } from './probed';
import type { Side } from './side';

const linesOf = (url: string, conversations: number): LineSetUp[] =>
  Array.from({ length: conversations }, () => randomUUID()).flatMap((conversation) =>
    (['visitor', 'responder'] as const).map((role) => ({
      url,
      auth: { conversation, from: role },
      enter: [],
      writes: {},
      role,
    })),
  );

export interface Bare extends Side {
  readonly url: string;
}

/** The skeleton: `grouped` is the baseline, `single` inserts message by message. */
export const startBare = async (
  { ground, loader }: Session,
  inserts: 'grouped' | 'single',
  conversations: number,
): Promise<Bare> => {
  const name = inserts === 'grouped' ? 'skeleton' : 'insert-per-message';
  const [port, id] = [await ground.freePort(), randomUUID().slice(0, 8)];
  const database = await createDatabase(ground, `bare_${id}`);
  const env = { ...ground.environment, NODE_ENV: 'production' };
  const args = [String(port), database, inserts];
  const server = Probed.start(ground, ownScript('skeleton.js'), { name, env, args });
  const url = `http://127.0.0.1:${port}`;
  await server.ready(url);
  const crew = `${name}-${id}`;
  if (conversations > 0) await loader.connect(crew, linesOf(url, conversations));
  return { name, crew, server, url };
};

/** An idle connection of it. */
export const idleBareLine = (url: string): LineSetUp => ({
  url,
  auth: { conversation: randomUUID(), from: 'visitor' },
  enter: [],
  writes: {},
  role: 'visitor',
});
