import { eventually } from './src/eventually';
import { closeBrowser, onStage, type Stage } from './src/stage';
import type { TheVisitor } from './src/the-visitor';

const WORDS = 'Something only Sam should read';

/** Each moment somebody may want to be gone, and the way there. */
const moments: Readonly<Record<string, (robin: TheVisitor) => Promise<void>>> = {
  arriving: (robin) => robin.opens(),
  'reading what stays private': async (robin) => {
    await robin.opens();
    await robin.asksToStart();
  },
  'asked whether they are safe': async (robin) => {
    await robin.opens();
    await robin.asksToStart();
    await robin.goesOn();
  },
  waiting: async (robin) => {
    await robin.startsChat();
    await robin.says(WORDS);
    await robin.box.fill('and a draft');
  },
  'at the end': async (robin) => {
    await robin.startsChat();
    await robin.stopsWaiting();
  },
};

/** A page that never was: no words, no storage, no way back, another title. */
const expectNoTrace = async (robin: TheVisitor): Promise<void> => {
  await robin.sees('heading', 'Sunny spells');
  expect(await robin.page.title()).toBe('Weather');
  await robin.page.goBack();
  await eventually(async () => !(await robin.page.content()).includes(WORDS));
  expect(robin.page.url()).toBe('about:blank');
  await robin.opens();
  expect(await robin.keptOnTheDevice()).toEqual([]);
};

const talking = async (stage: Stage) => {
  const sam = await stage.responder('Sam');
  await sam.isThere();
  const robin = await stage.visitor();
  await robin.startsChat({ name: 'Robin' });
  await sam.accepts('Robin');
  await robin.says(WORDS);
  await sam.reads(WORDS);
  return { robin, sam };
};

afterAll(closeBrowser);

describe('leaving quickly', () => {
  it(
    '[PRV5] by the button leaves nothing behind, and the responder is told',
    onStage(async (stage) => {
      const { robin, sam } = await talking(stage);
      await robin.box.fill(`${WORDS}, again`);
      await robin.page.getByRole('button', { name: /^Leave this page/ }).tap();
      await expectNoTrace(robin);
      await sam.finds('The visitor left quickly');
      await sam.finds(/Robin left the page quickly/);
      await sam.meetsNoBarriers('the visitor left quickly');
      await sam.ends('Their connection was lost');
      await sam.finds('You did what you could. You won’t always know.');
    }),
  );

  it.each(Object.entries(moments))('[PRV5] works %s, by Shift alone', async (_moment, arrive) =>
    onStage(async (stage) => {
      const robin = await stage.visitor();
      await arrive(robin);
      for (const _press of [1, 2, 3]) await robin.page.keyboard.press('Shift');
      await expectNoTrace(robin);
    })(),
  );

  it(
    'covers the page and wipes the tab within the press itself',
    onStage(async (stage) => {
      const { robin } = await talking(stage);
      const left = await robin.page.evaluate(() => {
        const press = new PointerEvent('pointerdown', { bubbles: true });
        document.querySelector('[data-exit]')?.dispatchEvent(press);
        return {
          isCovered: document.documentElement.classList.contains('left'),
          isHidden: document.body.hidden,
          words: document.body.textContent,
          title: document.title,
          kept: sessionStorage.length,
        };
      });
      expect(left).toEqual({ isCovered: true, isHidden: true, words: '', title: 'Weather', kept: 0 });
    }),
  );

  it(
    'works without a line, and typing capitals does not leave',
    onStage(async (stage) => {
      const { robin } = await talking(stage);
      await robin.types('I AM STILL HERE');
      for (const _press of [1, 2]) await robin.page.keyboard.press('Shift');
      await robin.page.keyboard.press('Shift+A');
      await robin.page.keyboard.press('Shift');
      expect(await robin.box.inputValue()).toBe('I AM STILL HEREA');
      await robin.page.context().setOffline(true);
      await robin.page.getByRole('button', { name: /^Leave this page/ }).tap();
      await robin.messages.waitFor({ state: 'detached' });
      await robin.page.context().setOffline(false);
      await expectNoTrace(robin);
    }),
  );

  it(
    '[PRV5] after the end, neither the tab nor the way back shows what was written',
    onStage(async (stage) => {
      const { robin } = await talking(stage);
      await robin.endsChat();
      expect(await robin.keptOnTheDevice()).toEqual([]);
      expect(await robin.page.content()).not.toContain(WORDS);
      await robin.page.goto('about:blank');
      await robin.page.goBack();
      await robin.seesTheDoorOpen();
      expect(await robin.page.content()).not.toContain(WORDS);
    }),
  );

  it(
    'a page out of the browser’s cache loads anew before it shows anything',
    onStage(async (stage) => {
      const { robin } = await talking(stage);
      await robin.marksThePage();
      const isHidden = await robin.page.evaluate(() => {
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
        return document.body.hidden;
      });
      expect(isHidden).toBe(true);
      await robin.reads(WORDS);
      expect(await robin.isOnTheSamePage()).toBe(false);
    }),
  );
});
