import { randomUUID } from 'node:crypto';
import { createNodeRedisClient, Queue, Worker } from 'bullmq';
import { createClient } from 'redis';
import type { Resources } from '../resources';

const IN_FLIGHT = 100;

/** As many loops as may be in flight, until the time is over; returns how many a second completed. */
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

/** Compare-and-set by a script, and nothing else: the most that Redis can decide. */
export const bareSwaps = async (resources: Resources, seconds: number): Promise<number> => {
  const client = createClient({ url: resources.redisUrl });
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

/** A job for each match that does nothing: the cost of the queue itself. */
export const bareJobs = async (resources: Resources, seconds: number): Promise<number> => {
  const clients = [
    createClient({ url: resources.redisUrl }),
    createClient({ url: resources.redisUrl }),
  ] as const;
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
