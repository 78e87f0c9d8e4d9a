import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { Album } from '../src/album';
import { EVIDENCE } from '../src/evidence';
import { asJourney, type Journey } from '../src/journey';
import {
  isUncovered,
  measureDesk,
  WELL_MEASURED,
  wholeMessages,
  wholeMessagesOfVisitor,
} from '../src/measures';
import type { TheResponder } from '../src/the-responder';
import type { TheSupervisor } from '../src/the-supervisor';
import type { TheVisitor } from '../src/the-visitor';

const onLaptop = new Album('laptop');

interface People {
  readonly robin: TheVisitor;
  readonly sam: TheResponder;
  readonly ana: TheSupervisor;
}

/** What happened, and how many ms after the first step it was on screen. */
class Walk {
  #started = Date.now();
  readonly #steps: { readonly what: string; readonly at: number }[] = [];

  step(what: string): void {
    this.#steps.push({ what, at: Date.now() - this.#started });
  }

  /** Checks that no person makes take no time of the walk. */
  async aside(check: () => Promise<void>): Promise<void> {
    const before = Date.now();
    await check();
    this.#started += Date.now() - before;
  }

  /** A table for the docs, in seconds. */
  table(): string {
    const rows = this.#steps.map(({ what, at }, place) => {
      const before = this.#steps[place - 1]?.at ?? 0;
      return `| ${what} | ${(at / 1_000).toFixed(1)} | ${((at - before) / 1_000).toFixed(1)} |`;
    });
    return [
      '| what is on screen | s from the start | s from the step before |',
      '|---|---|---|',
      ...rows,
    ].join('\n');
  }
}

const lane = (who: TheResponder | TheSupervisor): Locator =>
  who.page.getByRole('region', { name: 'Private lane, not seen by the visitor' });

const opensLane = async (who: TheResponder | TheSupervisor): Promise<Locator> => {
  const box = lane(who).getByLabel('Private word', { exact: true });
  const toggle = lane(who).getByRole('button', { name: /^Private lane/ });
  // Who came to a call finds it open.
  if ((await toggle.getAttribute('aria-expanded')) !== 'true') await toggle.click();
  await box.waitFor();
  return box;
};

const saysPrivately = async (who: TheResponder | TheSupervisor, text: string): Promise<void> => {
  const box = await opensLane(who);
  await box.fill(text);
  await lane(who).getByRole('button', { name: 'Send privately' }).click();
  await lane(who).getByRole('listitem').filter({ hasText: text }).waitFor();
};

const heard = async ({ robin, sam }: People, walk: Walk): Promise<void> => {
  await robin.startsChat({ safety: 'danger', name: 'Robin' });
  walk.step('Robin says “No, I’m in danger” and is in the queue');
  await sam.isOffered();
  await onLaptop.keepEveryWay(sam, 'offer-in-danger');
  walk.step('Sam is offered the chat, with the safety answer first');
  await sam.accepts('Robin');
  await robin.says('I have taken some tablets');
  await sam.says('I am Sam, and I am with you. Where are you now?');
  await robin.reads('Where are you now?');
  walk.step('Robin reads Sam’s first words');
};

const helped = async ({ sam, ana }: People, walk: Walk): Promise<void> => {
  await sam.page.keyboard.press('Alt+s');
  await sam.page.keyboard.press('Alt+s');
  await ana.page
    .getByRole('region', { name: 'Alerts' })
    .getByText(/^Sam calls for help/)
    .first()
    .waitFor();
  walk.step('Sam calls twice, and Ana hears it on every page');
  await ana.page
    .getByRole('button', { name: /^I’m coming/ })
    .first()
    .click();
  await ana.reads('I have taken some tablets');
  walk.step('Ana reads along');
  await saysPrivately(ana, 'I am calling 999 now. Ask for the address.');
  // In danger it opens by itself.
  await lane(sam).getByText('I am calling 999 now. Ask for the address.').waitFor();
  walk.step('Ana writes to Sam in the private lane');
  await saysPrivately(sam, 'Robin says 4 Mill Lane.');
};

const LOW = [
  { width: 360, height: 640 },
  { width: 683, height: 384 },
];

const talked = async ({ robin, sam }: People, walk: Walk): Promise<void> => {
  for (const number of [1, 2, 3, 4, 5]) {
    await robin.says(`a few words ${number}`);
    await sam.says(`an answer ${number}`);
    await robin.reads(`an answer ${number}`);
  }
  walk.step('Robin and Sam have written ten more messages');
};

/** With the private lane and the danger card open. */
const measured = async ({ robin, sam }: People): Promise<void> => {
  // A phone shows the numbers to call, and the words of the chat.
  await robin.page.setViewportSize({ width: 360, height: 640 });
  for (const number of ['999', '116 123'])
    expect(await isUncovered(robin.page.getByRole('link', { name: number }).first())).toBe(true);
  expect(await wholeMessagesOfVisitor(robin.page)).toBeGreaterThanOrEqual(4);
  await sam.sees('region', 'In danger now');
  await onLaptop.keep(sam, 'danger 1 the desk');
  expect(await wholeMessages(sam)).toBeGreaterThanOrEqual(9);
  for (const size of LOW) {
    await sam.page.setViewportSize(size);
    await sam.page.screenshot({ path: join(EVIDENCE, `danger ${size.width}.png`) });
    expect({ size, ...(await measureDesk(sam, 'a few words 5')) }).toEqual({ size, ...WELL_MEASURED });
    await sam.meetsNoBarriers(`in danger at ${size.width}`);
  }
  await sam.page.setViewportSize({ width: 1366, height: 768 });
  await sam.meetsNoBarriers('in danger, with lane and card');
  await onLaptop.keepEveryWay(sam, 'desk-in-danger', sam.message('an answer 5'));
};

/** Who opens a long chat reads its end first. */
const readAgain = async ({ ana }: People): Promise<void> => {
  await ana.presses('Stop reading');
  await ana.asksToReadAlongWith('Robin');
  await ana.opensAndReads();
  const newest = ana.reading.getByRole('listitem').filter({ hasText: 'an answer 5' }).first();
  await newest.waitFor();
  await onLaptop.keep(ana, 'danger 3 reading along');
  expect(await isUncovered(newest)).toBe(true);
};

const ended = async ({ robin, sam, ana }: People, walk: Walk): Promise<void> => {
  await sam.presses('End the conversation');
  const asking = sam.page.getByRole('dialog', { name: 'Ask to end the conversation with Robin?' });
  await asking.getByText('We agreed to finish', { exact: true }).click();
  await asking.getByLabel('Why now, in one line').fill('The ambulance is there');
  await asking.getByRole('button', { name: 'Ask to end' }).click();
  const question = ana.page.getByRole('region', { name: 'Alerts' }).getByText(/^Sam asks to end/);
  await question.waitFor();
  walk.step('Sam asks to end, and Ana sees the question');
  await ana.page.getByRole('button', { name: 'Agree and end it: the question of Sam' }).click();
  const dialog = ana.page.getByRole('dialog', { name: 'End the conversation with Robin?' });
  await walk.aside(async () => {
    await onLaptop.keep(ana, 'danger 2 agreeing');
    await ana.meetsNoBarriers('asked once more whether it may end');
  });
  await dialog.getByRole('button', { name: 'Agree and end it' }).click();
  await robin.sees('heading', 'This chat has ended');
  await sam.sees('heading', /^Wrap-up: /);
  walk.step('Ana agrees, and Robin and Sam see that it has ended');
};

const enter = async (journey: Journey): Promise<People> => {
  const [sam, ana] = [await journey.responder('Sam'), await journey.supervisor('Ana')];
  await sam.isThere();
  await ana.comesBack();
  return { robin: await journey.visitor(), sam, ana };
};

it(
  '[SAF1] [SAF2] a chat in danger from its start to the supervisor’s agreement, with nine messages beside lane and card',
  asJourney(async (journey) => {
    const people = await enter(journey);
    const walk = new Walk();
    for (const part of [heard, helped, talked]) await part(people, walk);
    await walk.aside(() => measured(people));
    await walk.aside(() => readAgain(people));
    await ended(people, walk);
    mkdirSync(EVIDENCE, { recursive: true });
    writeFileSync(join(EVIDENCE, 'danger-walk.md'), `${walk.table()}\n`);
    process.stdout.write(`${walk.table()}\n`);
  }),
);
