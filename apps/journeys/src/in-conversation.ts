import { until } from '@warmline/test-kit/testing';
import type { Journey } from './journey';
import type { TheResponder } from './the-responder';
import type { TheVisitor } from './the-visitor';

export interface Pair {
  readonly robin: TheVisitor;
  readonly sam: TheResponder;
}

/** Robin and Sam have each written once. */
export const inConversation = async (journey: Journey, visitor?: TheVisitor): Promise<Pair> => {
  const sam = await journey.responder('Sam');
  await sam.isThere();
  const robin = visitor ?? (await journey.visitor());
  await robin.startsChat({ name: 'Robin' });
  await sam.accepts('Robin');
  await robin.says('Hello?');
  await sam.says('Hello Robin');
  await robin.reads('Hello Robin');
  return { robin, sam };
};

/** What both read in the end: the same words in the same order, each once. */
export const sameWords = async ({ robin, sam }: Pair, count: number): Promise<readonly string[]> => {
  await until(
    `${count} messages on both pages`,
    async () => (await robin.thread()).length >= count && (await sam.thread()).length >= count,
  );
  const words = await robin.thread();
  expect(await sam.thread()).toEqual(words);
  expect(new Set(words).size).toBe(words.length);
  return words;
};
