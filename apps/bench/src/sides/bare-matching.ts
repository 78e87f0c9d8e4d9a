import { randomUUID } from 'node:crypto';
import { createNodeRedisClient, Queue, Worker } from 'bullmq';
import { createClient } from 'redis';
import type { Ground } from '../ground';

const IN_FLIGHT = 100;

const redisOf = (ground: Ground): string => {
  const url = ground.environmentOf({ database: '', prefix: '', port: 3_000 })['REDIS_URL'];
  if (url === undefined) throw new Error('there is no Redis to measure');
  return url;
};

/** As many loops as may be in flight, until the time is over; answers how often a second one came around. */
const around = async (seconds: number, once: (loop: number) => Promise<unknown>): Promise<number> => {
  const until = performance.now() + seconds * 1_000;
  let done = 0;
  await Promise.all(
    Array.from({ length: IN_FLIGHT }, async (_, loop) => {
      while (performance.now() < until) {
        await once(loop);
        done += 1;
      }
    }),
  );
  return done / seconds;
};

const SWAP = `
local value = redis.call('GET', KEYS[1])
if value and value ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2])
return 1`;

/** Compare-and-set by a script, and nothing else: what Redis can decide at most. */
export const bareSwaps = async (ground: Ground, seconds: number): Promise<number> => {
  const client = createClient({ url: redisOf(ground) });
  await client.connect();
  const sha = await client.scriptLoad(SWAP);
  const key = `bench:swap:${randomUUID()}`;
  const values = Array.from({ length: IN_FLIGHT }, () => 0);
  const rate = await around(seconds, async (loop) => {
    const value = values[loop] ?? 0;
    values[loop] = value + 1;
    await client.evalSha(sha, { keys: [`${key}:${loop}`], arguments: [String(value), String(value + 1)] });
  });
  client.destroy();
  return rate;
};

/** A job for each match that does nothing: what a queue of jobs costs by itself. */
export const bareJobs = async (ground: Ground, seconds: number): Promise<number> => {
  const clients = [createClient({ url: redisOf(ground) }), createClient({ url: redisOf(ground) })] as const;
  await Promise.all(clients.map((client) => client.connect()));
  const [adding, working] = clients;
  const name = `bench-${randomUUID()}`;
  const queue = new Queue(name, { connection: createNodeRedisClient(adding) });
  let done = 0;
  const worker = new Worker(name, () => Promise.resolve((done += 1)), {
    connection: createNodeRedisClient(working),
    concurrency: IN_FLIGHT,
  });
  await worker.waitUntilReady();
  await around(seconds, () => queue.add('match', {}, { removeOnComplete: true }));
  const rate = done / seconds;
  await worker.close(true);
  await queue.obliterate({ force: true });
  await queue.close();
  for (const client of clients) if (client.isOpen) client.destroy();
  return rate;
};
