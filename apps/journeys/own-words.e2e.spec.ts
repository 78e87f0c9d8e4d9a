import { closeBrowser, onStage } from './src/stage';
import type { TheVisitor } from './src/the-visitor';

/** A gateway looks at what was changed every five seconds (ms). */
const SERVED_WITHIN = 15_000;
const LOOK_AGAIN = 500;

/** Whoever opens the page, again and again, reads this heading in the end. */
const comesToRead = async (visitor: TheVisitor, heading: string): Promise<void> => {
  const gaveUpAt = Date.now() + SERVED_WITHIN;
  for (;;) {
    await visitor.page.goto('/');
    const found = visitor.page.getByRole('heading', { name: heading, exact: true });
    const isThere = await found.waitFor({ timeout: LOOK_AGAIN }).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    if (Date.now() > gaveUpAt) throw new Error(`nobody came to read "${heading}"`);
  }
};

afterAll(closeBrowser);

describe('a charity’s own words', () => {
  it(
    'are written by an administrator, read by a visitor, and are the default again',
    onStage(async (stage) => {
      const kit = await stage.administrator('Kit');
      await kit.isThere();
      await kit.opensTheList('Wording');
      await kit.looksFor('arrive.title');
      await kit.presses('Edit arrive.title');
      await kit.writes('In your words', 'Hello <b>you</b>');
      await kit.presses('Save');
      await kit.finds(/^Only words, in one line/);
      await kit.writes('In your words', 'Hello, we are here');
      await kit.meetsNoBarriers('a text under the pen');
      await kit.saves();
      const robin = await stage.visitor();
      await comesToRead(robin, 'Hello, we are here');
      await robin.meetsNoBarriers('a page in the charity’s own words');
      await kit.presses('Use the default for arrive.title');
      await kit.finds('arrive.title is as it is by default again.');
      await comesToRead(robin, 'Chat with someone');
    }),
  );
});
