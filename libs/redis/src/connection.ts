import { createClient, RESP_TYPES } from 'redis';

const RECONNECT_MAX = 2_000;

/** Quick first, then every 2 s, with jitter so that not all gateways return in the same instant. */
const reconnectDelay = (retries: number): number => {
  const delay = Math.min(RECONNECT_MAX, 50 * 2 ** Math.min(retries, 6));
  return delay / 2 + Math.random() * (delay / 2);
};

/** How long a start waits for the first connection (ms). After that it goes on, and connects when it can. */
const FIRST_LINE = 3_000;
/** Commands under way on one connection; more are refused at once. */
const COMMANDS = 20_000;

export interface RedisOptions {
  readonly url: string;
  /** Told of every connection error; commands also fail. */
  readonly onError: (error: unknown) => void;
}

/** What a connection is for, and how long it may be silent (ms) before it is closed and opened again. */
interface Line {
  readonly failsFast: boolean;
  readonly silence: number;
  readonly pingEvery: number;
}

const QUICK: Line = { failsFast: true, silence: 4_000, pingEvery: 1_000 };
/** Blocking reads are silent while nothing happens. */
const PATIENT: Line = { failsFast: false, silence: 30_000, pingEvery: 10_000 };

/** Never connected. A client with other options than the last one costs 40 ms, since its class is made again; a duplicate does not. */
const template = createClient();

const connected = async ({ url, onError }: RedisOptions, line: Line) => {
  const client = template.duplicate({
    url,
    // It would be refused: our users may not change what Redis knows of them.
    disableClientInfo: true,
    disableOfflineQueue: line.failsFast,
    commandsQueueMaxLength: COMMANDS,
    // The client would start a timer for each command, and drop those it has not written in time. Ours fail at once instead.
    ...(line.failsFast ? { commandOptions: { timeout: 0 } } : {}),
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
 * A client whose commands fail at once while it is disconnected. It reconnects by itself, also when
 * the server was missing at the start, and closes a connection that is silent for too long.
 */
export const connectRedis = (options: RedisOptions) => connected(options, QUICK);

/** A client whose commands wait for the connection: for workers that only listen. */
export const connectPatientRedis = (options: RedisOptions) => connected(options, PATIENT);

/** Answers as bytes: `client.withTypeMapping(IN_BYTES)`. */
export const IN_BYTES = { [RESP_TYPES.BLOB_STRING]: Buffer };

export type RedisClient = Awaited<ReturnType<typeof connectRedis>>;
