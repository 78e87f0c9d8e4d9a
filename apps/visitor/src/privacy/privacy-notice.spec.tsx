import { screen, waitFor, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { VISITOR_DATA_KINDS } from '@warmline/vocabulary';
import { words } from '../language/catalogue';
import { expectNoBarriers } from '../testing/barriers';
import { openPage } from '../testing/open-page';

describe('what a visitor reads about privacy', () => {
  it('[SAF4] is on the first screen, with each kind of the data map and the days of the service', async () => {
    openPage({ opening: { keepsDays: 45 } });
    const person = userEvent.setup();
    await person.click(await screen.findByText(words.privacy.open));
    const list = await screen.findByRole('list', { name: words.privacy.open });
    const lines = within(list)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(lines).toEqual(VISITOR_DATA_KINDS.map((kind) => words.privacy.kinds[kind]));
    await waitFor(() =>
      expect(screen.getByText(/^We keep a chat for 45 days, and up to 180 days more/)).toBeTruthy(),
    );
    await expectNoBarriers();
  });
});
