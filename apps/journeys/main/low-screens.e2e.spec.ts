import type { Locator } from 'playwright-core';
import { asJourney } from '../src/journey';
import type { TheSupervisor } from '../src/the-supervisor';

const SIZES = [
  { width: 360, height: 640 },
  { width: 683, height: 384 },
  { width: 342, height: 192 },
  { width: 360, height: 330 },
];
/** A thread lower than this shows less than two short messages, in px. */
const READABLE = 120;

/** How many px of an element are out of sight once it has been brought into view. */
const missingOf = (element: Locator): Promise<number> =>
  element.evaluate((node) => {
    node.scrollIntoView({ block: 'nearest' });
    const { top, bottom, left, right } = node.getBoundingClientRect();
    return Math.floor(Math.max(0, -top, bottom - innerHeight, -left, right - innerWidth));
  });

/** Whether the middle of an element is under nothing else. */
const isUncovered = (element: Locator): Promise<boolean> =>
  element.evaluate((node) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    const there = document.elementFromPoint(x + width / 2, y + height / 2);
    return there !== null && (node.contains(there) || there.contains(node));
  });

const measure = async (staff: TheSupervisor, text: string) => {
  const thread = staff.page.getByRole('region', { name: /^Messages with / });
  const message = thread.getByRole('listitem').filter({ hasText: text }).first();
  const send = staff.button('Send');
  const end = staff.button('End the conversation');
  const box = staff.page.getByRole('textbox', { name: /^Write to / });
  const height = await thread.evaluate((node) => node.clientHeight);
  const missing = [];
  const uncovered = [];
  for (const element of [message, box, send]) {
    missing.push(await missingOf(element));
    uncovered.push(await isUncovered(element));
  }
  return {
    isReadable: height >= READABLE,
    missing,
    uncovered,
    // On screen wherever the page is scrolled to.
    isEndOnScreen: (await isUncovered(end)) && (await missingOf(end)) === 0,
    isWide: await staff.page.evaluate(() => document.documentElement.scrollWidth > innerWidth),
  };
};

/** How many messages are on screen from top to bottom. */
const wholeMessages = (staff: TheSupervisor): Promise<number> =>
  staff.page.getByRole('region', { name: /^Messages with / }).evaluate((thread) => {
    const { top, bottom } = thread.getBoundingClientRect();
    const boxes = [...thread.querySelectorAll('.thread__message')].map((node) =>
      node.getBoundingClientRect(),
    );
    return boxes.filter((box) => box.top >= top && box.bottom <= bottom).length;
  });

const widthOf = (element: Locator): Promise<number> => element.evaluate((node) => node.clientWidth);

const good = {
  isReadable: true,
  missing: [0, 0, 0],
  uncovered: [true, true, true],
  isEndOnScreen: true,
  isWide: false,
};

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
      expect({ size, ...(await measure(ana, 'hello, is someone there')) }).toEqual({ size, ...good });
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
