import { asJourney } from '../src/journey';
import { expectNoTrace, inConversation, WORDS } from '../src/leaving';

it(
  '[PRV5] leaving by the button leaves nothing behind, and the responder is told',
  asJourney(async (journey) => {
    const { robin, sam } = await inConversation(journey);
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

it(
  'leaving covers the page and wipes the tab within the press itself',
  asJourney(async (journey) => {
    const { robin } = await inConversation(journey);
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
