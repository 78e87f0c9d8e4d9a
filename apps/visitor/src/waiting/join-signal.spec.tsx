import { act, cleanup, screen } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { openPage } from '../testing/open-page';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

describe('a tab in the background', () => {
  it('changes its title when someone joins, only if asked to, and back when it is seen', async () => {
    let isVisible = true;
    document.title = 'Chat';
    const page = openPage({ isVisible: () => isVisible });
    const person = userEvent.setup();
    await act(() => page.visit.start('unsaid', ''));
    const choice = await screen.findByRole('checkbox', { name: /Let me know in the title/ });
    expect(choice).toHaveProperty('checked', false);
    isVisible = false;
    await act(() => page.service.join('Sam'));
    expect(document.title).toBe('Chat');
    await act(() => page.service.change({ state: 'waiting', responder: null }));
    await person.click(screen.getByRole('checkbox', { name: /Let me know in the title/ }));
    await act(() => page.service.join('Jo'));
    expect(document.title).toBe('(1) Chat');
    page.visit.joinSignal.seen();
    expect(document.title).toBe('Chat');
  });
});
