import { inConversation, sameWords } from '../src/in-conversation';
import { asJourney } from '../src/journey';
import { withoutPostgres } from '../src/outage';
import { whileReloadsAreKept } from '../src/reloads';

it(
  '[MSG5] the page says that the service cannot be reached, names other help, and sends what was written once',
  asJourney(async (journey) => {
    const { robin, sam } = await inConversation(journey);
    await withoutPostgres(async () => {
      await robin.sends('Written while nothing can be kept');
      await robin.finds("We can't reach our service right now. Your message is not sent.");
      await robin.finds(/You can also call Samaritans/);
      await robin.message('Written while nothing can be kept').getByText('Not sent yet').waitFor();
      await robin.meetsNoBarriers('the service cannot be reached');
    });
    await robin.seesOwn('Written while nothing can be kept', /Sent|Seen/);
    await robin.noLongerFinds(/We can't reach our service/);
    await sam.reads('Written while nothing can be kept');
    expect(await sameWords({ robin, sam }, 3)).toContain('Written while nothing can be kept');
  }),
);

it(
  'both are told when the responder is offline, and what they wrote arrives',
  asJourney(async (journey) => {
    const { robin, sam } = await inConversation(journey);
    await sam.page.context().setOffline(true);
    await sam.sends('Written without a line');
    await sam.message('Written without a line').getByText('Not sent yet').waitFor();
    await sam.finds('The connection dropped');
    await sam.finds(/keeping your chats for you for/);
    await robin.finds("Sam's connection has dropped");
    await sam.page.context().setOffline(false);
    await robin.reads('Written without a line');
    await robin.noLongerFinds("Sam's connection has dropped");
    await sameWords({ robin, sam }, 3);
    // Offline once more: axe may take longer than the visitor is kept for Sam.
    await sam.page.context().setOffline(true);
    await sam.finds('The connection dropped');
    await sam.meetsNoBarriers('offline');
  }),
);

it(
  'where the service chose that, a page that is loaded again keeps the messages, and a console also the draft',
  asJourney((journey) =>
    whileReloadsAreKept(async () => {
      const { robin, sam } = await inConversation(journey);
      await robin.page.reload();
      await robin.reads('Hello Robin');
      await sam.box.fill('What I was about to answer');
      await sam.page.reload();
      await sam.isWith('Robin');
      await sam.reads('Hello Robin');
      expect(await sam.box.inputValue()).toBe('What I was about to answer');
      await robin.says('I am still here');
      await sam.reads('I am still here');
      await sam.box.press('Control+Enter');
      await robin.reads('What I was about to answer');
      await sameWords({ robin, sam }, 4);
    }),
  ),
);

it(
  'a reload ends the chat on this page, the browser asks first, and a new chat can start at once',
  asJourney(async (journey) => {
    const { robin } = await inConversation(journey);
    const asked: string[] = [];
    robin.page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await robin.page.reload();
    await robin.seesThatItIsOpen();
    expect(asked).toEqual(['beforeunload']);
    await robin.asksToStart();
    await robin.finds(/This page stores nothing/);
    await robin.goesOn();
    await robin.answers({});
  }),
);
