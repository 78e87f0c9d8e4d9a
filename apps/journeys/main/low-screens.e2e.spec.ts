import type { Locator } from 'playwright-core';
import { asJourney } from '../src/journey';
import { isUncovered, measureDesk, WELL_MEASURED, wholeMessages } from '../src/measures';
import type { TheSupervisor } from '../src/the-supervisor';

const SIZES = [
  { width: 360, height: 640 },
  { width: 683, height: 384 },
  { width: 342, height: 192 },
  { width: 360, height: 330 },
];
const widthOf = (element: Locator): Promise<number> => element.evaluate((node) => node.clientWidth);

/** From the queue, without check-in: what nobody may have to do first for someone who waits. */
const takesTheNext = async (ana: TheSupervisor): Promise<void> => {
  await ana.comesBack();
  await ana.page.goto('/console/queue');
  await ana.presses('Take the next person');
  await ana.sees('region', 'Conversation with Robin');
};

/** Where leaving the page, and who to call, stay in view wherever the visitor has scrolled to. */
const LOW = [
  { width: 640, height: 360 },
  { width: 683, height: 384 },
  { width: 342, height: 192 },
];

it(
  'a message, the reply box, Send and End can be reached on every screen, and a laptop shows nine messages',
  asJourney(async (journey) => {
    const robin = await journey.visitor();
    await robin.startsChat({ name: 'Robin', safety: 'unsure' });
    await robin.says('hello, is someone there');
    const ana = await journey.supervisor('Ana');
    await takesTheNext(ana);
    await ana.finds(/You have not checked in/);
    await ana.writes('Hello Robin, I am here.');
    for (const size of SIZES) {
      await ana.page.setViewportSize(size);
      expect({ size, ...(await measureDesk(ana, 'hello, is someone there')) }).toEqual({
        size,
        ...WELL_MEASURED,
      });
    }
    await ana.meetsNoBarriers('on a low screen');
    await ana.page.setViewportSize({ width: 1366, height: 768 });
    for (const number of [1, 2, 3, 4, 5]) {
      await robin.says(`a few words ${number}`);
      await ana.writes(`an answer ${number}`);
      await robin.reads(`an answer ${number}`);
    }
    expect(await wholeMessages(ana)).toBeGreaterThanOrEqual(9);
    const before = await widthOf(ana.page.getByRole('textbox', { name: /^Write to / }));
    for (const long of ['I do not know where to begin '.repeat(5), 'a'.repeat(140)]) {
      await robin.says(long);
      await ana.page.getByRole('listitem').filter({ hasText: long.trim() }).first().waitFor();
      expect(await widthOf(ana.page.getByRole('textbox', { name: /^Write to / }))).toBe(before);
    }
    for (const size of LOW) {
      await robin.page.setViewportSize(size);
      await robin.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      const shown = [robin.page.locator('.exit'), robin.page.locator('.top summary')];
      expect({ size, uncovered: await Promise.all(shown.map(isUncovered)) }).toEqual({
        size,
        uncovered: [true, true],
      });
    }
  }),
);
