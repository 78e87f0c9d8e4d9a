import { createHash } from 'node:crypto';
import type { RedisClient } from './connection';

export interface Script {
  readonly source: string;
  readonly sha: string;
}

export const script = (source: string): Script => ({
  source,
  sha: createHash('sha1').update(source).digest('hex'),
});

const isUnknown = (error: unknown): boolean => error instanceof Error && error.message.startsWith('NOSCRIPT');

/** Runs a script by its digest, and sends it whole when the server does not know it (any more). */
export const run = async (
  client: RedisClient,
  { source, sha }: Script,
  given: { readonly keys: string[]; readonly arguments: string[] },
): Promise<unknown> => {
  try {
    return await client.evalSha(sha, given);
  } catch (error) {
    if (!isUnknown(error)) throw error;
    return client.eval(source, given);
  }
};
