import { screen } from '@testing-library/react';
import { anItem } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const open = () => openSignedIn('responder', (service) => service.changeDesk({ caseload: [anItem()] }));

describe('a console without its line', () => {
  it('[ASG4] says how long the visitors still have this responder, and when they may not any more', async () => {
    const { service, happens, pass } = await open();
    await happens(() => service.goDown());
    expect(screen.getByText(/keeping your chats for you for 20 seconds/)).toBeInstanceOf(HTMLElement);
    await pass(12_000);
    expect(screen.getByText(/keeping your chats for you for 10 seconds/)).toBeInstanceOf(HTMLElement);
    await pass(9_000);
    expect(screen.getByText(/may have your conversations by now/)).toBeInstanceOf(HTMLElement);
    await pass(10_000);
    expect(screen.getByText(/phone your supervisor/)).toBeInstanceOf(HTMLElement);
  });

  it('speaks of nobody where nobody is held', async () => {
    const { service, happens } = await openSignedIn('responder', () => {});
    await happens(() => service.goDown());
    expect(screen.getByText(/We’re reconnecting/)).toBeInstanceOf(HTMLElement);
    expect(screen.queryByText(/keeping your chats/)).toBeNull();
  });
});
