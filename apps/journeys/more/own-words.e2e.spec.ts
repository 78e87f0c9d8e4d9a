import { until } from '@warmline/test-kit/testing';
import { asJourney } from '../src/journey';
import type { TheVisitor } from '../src/the-visitor';

/** Opens the page again until it shows this heading: a gateway asks for changed texts every five seconds. */
const readsInTheEnd = async (visitor: TheVisitor, heading: string): Promise<void> => {
  await until(`"${heading}" on the first page`, async () => {
    await visitor.page.goto('/');
    await visitor.page.getByRole('heading', { level: 1 }).waitFor();
    return visitor.page.getByRole('heading', { name: heading, exact: true }).isVisible();
  });
};

it(
  'an administrator changes a text, a visitor reads it, and the default can come back',
  asJourney(async (journey) => {
    const kit = await journey.administrator('Kit');
    await kit.isThere();
    await kit.opensTheList('Wording');
    await kit.looksFor('arrive.title');
    await kit.presses('Edit arrive.title');
    await kit.writes('Your text', 'Hello <b>you</b>');
    await kit.presses('Save');
    await kit.finds(/^Enter plain text in one line/);
    await kit.writes('Your text', 'Hello, we are here');
    await kit.meetsNoBarriers('a text under the pen');
    await kit.saves();
    const robin = await journey.visitor();
    await readsInTheEnd(robin, 'Hello, we are here');
    await robin.meetsNoBarriers('a page in the charity’s own words');
    await kit.presses('Use the default for arrive.title');
    await kit.noLongerFinds('Hello, we are here');
    await readsInTheEnd(robin, 'Chat with someone');
  }),
);
