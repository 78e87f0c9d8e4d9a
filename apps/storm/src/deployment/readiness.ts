import { existsSync, openSync, closeSync, readSync, statSync } from 'node:fs';
import { Client } from 'pg';
import { createClient } from 'redis';

const ANSWER_WITHIN = 2_000;

const sizeOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0);

const tailFrom = (file: string, offset: number): string => {
  const length = sizeOf(file) - offset;
  if (length <= 0) return '';
  const opened = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.toString('utf8', 0, readSync(opened, bytes, 0, length, offset));
  } finally {
    closeSync(opened);
  }
};

export type Readiness = () => Promise<boolean>;

/** Gateways and workers say so in their log: asking a gateway would go by way of servers that may be down. */
export const saidReady = (logFile: string): (() => Readiness) => {
  return () => {
    const from = sizeOf(logFile);
    return async () => /"msg":"ready"/.test(tailFrom(logFile, from));
  };
};

export const postgresAnswers =
  (url: string): Readiness =>
  async () => {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: ANSWER_WITHIN });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return true;
    } catch {
      return false;
    } finally {
      await client.end().catch(() => undefined);
    }
  };

export const redisAnswers =
  (url: string): Readiness =>
  async () => {
    const client = createClient({
      url,
      socket: { reconnectStrategy: false, connectTimeout: ANSWER_WITHIN },
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      // It answers LOADING until its append-only file is read.
      return (await client.ping()) === 'PONG';
    } catch {
      return false;
    } finally {
      if (client.isOpen) client.destroy();
    }
  };

/** What a load balancer asks. */
export const isInService = async (url: string): Promise<boolean> => {
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(ANSWER_WITHIN) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
};
