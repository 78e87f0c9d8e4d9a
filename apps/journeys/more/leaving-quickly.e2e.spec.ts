import { asJourney } from '../src/journey';
import { expectNoTrace, inConversation, WORDS } from '../src/leaving';
import type { TheVisitor } from '../src/the-visitor';

/** Each moment a visitor may want to leave, and how they got there. */
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

it.each(Object.entries(moments))(
  '[PRV5] pressing Shift three times leaves nothing behind while %s',
  async (_moment, arrive) =>
    asJourney(async (journey) => {
      const robin = await journey.visitor();
      await arrive(robin);
      for (const _press of [1, 2, 3]) await robin.page.keyboard.press('Shift');
      await expectNoTrace(robin);
    })(),
);

it(
  'leaving works offline, and typing capitals does not leave',
  asJourney(async (journey) => {
    const { robin } = await inConversation(journey);
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
  asJourney(async (journey) => {
    const { robin } = await inConversation(journey);
    await robin.endsChat();
    expect(await robin.keptOnTheDevice()).toEqual([]);
    expect(await robin.page.content()).not.toContain(WORDS);
    await robin.page.goto('about:blank');
    await robin.page.goBack();
    await robin.seesThatItIsOpen();
    expect(await robin.page.content()).not.toContain(WORDS);
  }),
);

it(
  '[PRV5] a page from the browser’s cache shows nothing of the chat and starts again',
  asJourney(async (journey) => {
    const { robin } = await inConversation(journey);
    await robin.marksThePage();
    const isHidden = await robin.page.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      return document.body.hidden;
    });
    expect(isHidden).toBe(true);
    await robin.seesThatItIsOpen();
    expect(await robin.page.content()).not.toContain(WORDS);
    expect(await robin.isOnTheSamePage()).toBe(false);
  }),
);
