import { randomUUID } from 'node:crypto';
import type { ClientSetUp } from '../load/jobs';
import type { Session } from '../resources';
import { createDatabase } from './databases';
import { ownScript, Probed } from './probed';
import type { Side } from './side';

const linesOf = (url: string, conversations: number): ClientSetUp[] =>
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
  { resources, loader }: Session,
  inserts: 'grouped' | 'single',
  conversations: number,
): Promise<Bare> => {
  const name = inserts === 'grouped' ? 'skeleton' : 'insert-per-message';
  const [port, id] = [await resources.freePort(), randomUUID().slice(0, 8)];
  const database = await createDatabase(resources, `bare_${id}`);
  const env = { ...resources.environment, NODE_ENV: 'production' };
  const args = [String(port), database, inserts];
  const server = Probed.start(resources, ownScript('skeleton.js'), { name, env, args });
  const url = `http://127.0.0.1:${port}`;
  await server.ready(url);
  const crew = `${name}-${id}`;
  if (conversations > 0) await loader.connect(crew, linesOf(url, conversations));
  return { name, crew, server, url };
};

/** An idle connection of it. */
export const idleBareLine = (url: string): ClientSetUp => ({
  url,
  auth: { conversation: randomUUID(), from: 'visitor' },
  enter: [],
  writes: {},
  role: 'visitor',
});
