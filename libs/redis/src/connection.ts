import { createClient } from 'redis';

const RECONNECT_MAX = 2_000;

/** Quick first, then every 2 s, with jitter so that not all gateways return in the same instant. */
const reconnectDelay = (retries: number): number => {
  const delay = Math.min(RECONNECT_MAX, 50 * 2 ** Math.min(retries, 6));
  return delay / 2 + Math.random() * (delay / 2);
};

export interface RedisOptions {
  readonly url: string;
  /** Told of every connection error; commands also fail. */
  readonly onError: (error: unknown) => void;
}

const connected = async (options: RedisOptions, disableOfflineQueue: boolean) => {
  const client = createClient({
    url: options.url,
    disableOfflineQueue,
    socket: { connectTimeout: 3_000, reconnectStrategy: reconnectDelay },
  });
  client.on('error', options.onError);
  await client.connect();
  return client;
};

/** A client whose commands fail at once while the line is down, instead of piling up. It reconnects by itself. */
export const connectRedis = (options: RedisOptions) => connected(options, true);

/** A client whose commands wait for the line: for workers that only listen. */
export const connectPatientRedis = (options: RedisOptions) => connected(options, false);

export type RedisClient = Awaited<ReturnType<typeof connectRedis>>;
