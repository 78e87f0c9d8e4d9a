import { screen } from '@testing-library/react';
import type { HistoryList, PastConversation } from '@warmline/contracts';
import { expectNoBarriers } from '../../testing/barriers';
import { ANA, id, MINUTE, START } from '../../testing/builders';
import { FakeService } from '../../testing/fake-service';
import { openConsole } from '../../testing/open-console';

const one = (number: number, endedAt: number | null): PastConversation => ({
  ...{ conversationId: id(number), beganAt: START, endedAt, band: 2, safety: 'not_sure', ended: null },
  ...{ outcome: null, topics: [], responderName: 'Sam', readers: [] },
});
const open = async (count: number) => {
  const service = new FakeService();
  service.session = { staff: ANA };
  service.changeDesk({ me: { ...ANA, availability: 'available' } });
  const ended = Array.from({ length: count }, (_, number) => one(number + 1, START + MINUTE));
  const list: HistoryList = { conversations: [...ended, one(900, null)], next: null, people: [] };
  service.answers.set('history:list', () => list);
  const opened = openConsole('/history', service);
  await screen.findByRole('heading', { level: 1, name: 'History' });
  const title = await screen.findByRole('button', { name: 'Search the words of these conversations' });
  await opened.user.click(title);
  return opened;
};

describe('a search for words', () => {
  it('[AUD1] opens each conversation shown that has ended, one by one, for a purpose, and says how far it is', async () => {
    const { user, service } = await open(2);
    service.answers.set('history:search', ({ conversationId }) =>
      conversationId === id(2)
        ? { found: [{ at: START, by: 'Robin', excerpt: '…the bridge…' }], total: 3 }
        : { found: [], total: 0 },
    );
    await user.click(screen.getByRole('button', { name: 'Open and search 2 conversations' }));
    expect(screen.getByText('Enter at least two letters.')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('Choose why you are opening them.')).toBeInstanceOf(HTMLElement);
    expect(service.of('history:search')).toEqual([]);
    await user.type(screen.getByRole('textbox', { name: 'Words to find' }), ' bridge ');
    await user.click(screen.getByRole('radio', { name: 'Safeguarding' }));
    await user.click(screen.getByRole('button', { name: 'Open and search 2 conversations' }));
    expect(await screen.findByText('Read 2 conversations. Found in 1.')).toBeInstanceOf(HTMLElement);
    const asked = { purpose: 'safeguarding', words: 'bridge' };
    expect(service.of('history:search')).toEqual([
      { conversationId: id(1), ...asked },
      { conversationId: id(2), ...asked },
    ]);
    expect(screen.getByText('…the bridge…')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('2 more places.')).toBeInstanceOf(HTMLElement);
    await expectNoBarriers();
  });

  it('[AUD1] opens no more than 200, and stops with the reason when one cannot be opened', async () => {
    const { user, service } = await open(201);
    expect(screen.getByText(/^Only the first 200 are opened/)).toBeInstanceOf(HTMLElement);
    service.refusals.set('history:search', 'unavailable');
    await user.type(screen.getByRole('textbox', { name: 'Words to find' }), 'bridge');
    await user.click(screen.getByRole('radio', { name: 'Safeguarding' }));
    await user.click(screen.getByRole('button', { name: 'Open and search 200 conversations' }));
    expect(await screen.findByText(/^Read 0 conversations/)).toBeInstanceOf(HTMLElement);
    expect(service.of('history:search')).toHaveLength(1);
  });
});
