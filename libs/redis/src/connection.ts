import { createClient, RESP_TYPES } from 'redis';

const RECONNECT_MAX = 2_000;

/** Quick first, then every 2 s, with jitter so that not all gateways return in the same instant. */
const reconnectDelay = (retries: number): number => {
  const delay = Math.min(RECONNECT_MAX, 50 * 2 ** Math.min(retries, 6));
  return delay / 2 + Math.random() * (delay / 2);
};

/** How long a start waits for the first line (ms). After that it goes on without, and the line comes when it can. */
const FIRST_LINE = 3_000;
/** Commands under way or waiting on one line; more are refused at once. */
const COMMANDS = 20_000;

export interface RedisOptions {
  readonly url: string;
  /** Told of every connection error; commands also fail. */
  readonly onError: (error: unknown) => void;
}

/** For whom a line is, and how long (ms) it may be silent before it is given up and opened anew. */
interface Line {
  readonly failsFast: boolean;
  readonly silence: number;
  readonly pingEvery: number;
}

const QUICK: Line = { failsFast: true, silence: 4_000, pingEvery: 1_000 };
/** Its blocking reads are silent for as long as nothing happens. */
const PATIENT: Line = { failsFast: false, silence: 30_000, pingEvery: 10_000 };

const connected = async ({ url, onError }: RedisOptions, line: Line) => {
  const client = createClient({
    url,
    disableOfflineQueue: line.failsFast,
    commandsQueueMaxLength: COMMANDS,
    pingInterval: line.pingEvery,
    socket: { connectTimeout: 3_000, socketTimeout: line.silence, reconnectStrategy: reconnectDelay },
  });
  client.on('error', onError);
  // It never gives up by itself; it rejects only when it is closed before it was open.
  const opening = client.connect().catch(onError);
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => (timer = setTimeout(resolve, FIRST_LINE)));
  await Promise.race([opening, enough]).finally(() => clearTimeout(timer));
  return client;
};

/**
 * A client whose commands fail at once while the line is down, instead of piling up. It reconnects by itself, also when
 * there was nobody to connect to at the start, and gives up a line on which nothing is heard.
 */
export const connectRedis = (options: RedisOptions) => connected(options, QUICK);

/** A client whose commands wait for the line: for workers that only listen. */
export const connectPatientRedis = (options: RedisOptions) => connected(options, PATIENT);

/** Answers as they are, for what is no text: `client.withTypeMapping(IN_BYTES)`. */
export const IN_BYTES = { [RESP_TYPES.BLOB_STRING]: Buffer };

export type RedisClient = Awaited<ReturnType<typeof connectRedis>>;
