import { until } from '@warmline/test-kit/testing';
import type { Journey } from './journey';
import type { TheVisitor } from './the-visitor';

export const WORDS = 'Something only Sam should read';

/** As if the page had never been open: no words, no storage, no way back, another title. */
export const expectNoTrace = async (robin: TheVisitor): Promise<void> => {
  await robin.sees('heading', 'Sunny spells');
  expect(await robin.page.title()).toBe('Weather');
  await robin.page.goBack();
  await until('the words to be gone', async () => !(await robin.page.content()).includes(WORDS));
  expect(robin.page.url()).toBe('about:blank');
  await robin.opens();
  expect(await robin.keptOnTheDevice()).toEqual([]);
};

export const inConversation = async (journey: Journey) => {
  const sam = await journey.responder('Sam');
  await sam.isThere();
  const robin = await journey.visitor();
  await robin.startsChat({ name: 'Robin' });
  await sam.accepts('Robin');
  await robin.says(WORDS);
  await sam.reads(WORDS);
  return { robin, sam };
};
