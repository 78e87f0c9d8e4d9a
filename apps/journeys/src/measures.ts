import type { Locator, Page } from 'playwright-core';
import type { Staff } from './the-responder';

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
export const isUncovered = (element: Locator): Promise<boolean> =>
  element.evaluate((node) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    const there = document.elementFromPoint(x + width / 2, y + height / 2);
    return there !== null && (node.contains(there) || there.contains(node));
  });

/** Whether everything on the bar above the page is on one line. */
export const isBarOneLine = (staff: Staff): Promise<boolean> =>
  staff.page.evaluate(() => {
    const shown = [...document.querySelectorAll('.status-bar button, .status-bar a')].filter(
      (node) => node.getBoundingClientRect().width > 1,
    );
    const tops = shown.map((node) => node.getBoundingClientRect().bottom);
    return Math.max(...tops) - Math.min(...tops) < 24;
  });

/** What a person at their desk can see and reach of the open conversation. */
export const measureDesk = async (staff: Staff, text: string) => {
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
    isBarOneLine: await isBarOneLine(staff),
    isWide: await staff.page.evaluate(() => document.documentElement.scrollWidth > innerWidth),
  };
};

/** How many messages are on screen from top to bottom. */
export const wholeMessages = (staff: Staff): Promise<number> =>
  staff.page.getByRole('region', { name: /^Messages with / }).evaluate((thread) => {
    const { top, bottom } = thread.getBoundingClientRect();
    const boxes = [...thread.querySelectorAll('.thread__message')].map((node) =>
      node.getBoundingClientRect(),
    );
    return boxes.filter((box) => box.top >= top && box.bottom <= bottom).length;
  });

/** How many messages are on a visitor's screen from top to bottom, between what is fixed at the top and the box. */
export const wholeMessagesOfVisitor = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const edge = (selector: string): DOMRect | undefined =>
      document.querySelector(selector)?.getBoundingClientRect();
    const top = Math.max(edge('.top')?.bottom ?? 0, edge('.live-head')?.bottom ?? 0);
    const bottom = edge('.composer')?.top ?? innerHeight;
    const boxes = [...document.querySelectorAll('li.message .body')].map((node) =>
      node.getBoundingClientRect(),
    );
    return boxes.filter((box) => box.top >= top && box.bottom <= bottom).length;
  });

/** Everything can be read and reached. */
export const WELL_MEASURED = {
  isReadable: true,
  missing: [0, 0, 0],
  uncovered: [true, true, true],
  isEndOnScreen: true,
  isBarOneLine: true,
  isWide: false,
};
