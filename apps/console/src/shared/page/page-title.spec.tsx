import { screen, waitFor } from '@testing-library/react';
import { anItem, KIT } from '../../testing/builders';
import { FakeService } from '../../testing/fake-service';
import { openConsole, openSignedIn } from '../../testing/open-console';

describe('the title of the page', () => {
  it('says where one is on every page, and never who the visitor is', async () => {
    const { user } = await openSignedIn('supervisor', (service) =>
      service.changeDesk({ caseload: [anItem()] }),
    );
    for (const page of ['Queue', 'People', 'Handovers', 'Today', 'My desk', 'Live view']) {
      await user.click(await screen.findByRole('link', { name: page }));
      await waitFor(() => expect(document.title).toBe(`${page} · Harbour Line`));
      // Where the focus goes when it has nowhere else to go.
      expect(screen.getByRole('main', { name: page })).toBeInstanceOf(HTMLElement);
    }
  });

  it('says that one is not signed in yet', async () => {
    openConsole('/sign-in');
    await screen.findByRole('heading', { name: 'Sign in' });
    expect(document.title).toBe('Sign in · Harbour Line');
  });

  it('names the list of the set-up that is open', async () => {
    const service = new FakeService();
    service.session = { staff: KIT };
    openConsole('/setup/on-call', service);
    await waitFor(() => expect(document.title).toBe('On call · Set up · Harbour Line'));
  });
});
