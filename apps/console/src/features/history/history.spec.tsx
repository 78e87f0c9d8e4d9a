import { screen } from '@testing-library/react';
import type { HistoryFilter, HistoryList } from '@warmline/contracts';
import { expectNoBarriers } from '../../testing/barriers';
import { ANA, id, MINUTE, ROBIN, SAM, START } from '../../testing/builders';
import { FakeService } from '../../testing/fake-service';
import { openConsole } from '../../testing/open-console';

const ANY: HistoryFilter = {
  ...{ responder: null, safety: null, ended: null, outcome: null },
  ...{ topic: null, from: null, until: null },
};
const people = [{ id: SAM.id, name: 'Sam' }];
const list: HistoryList = {
  conversations: [
    {
      ...{ conversationId: ROBIN, beganAt: START, endedAt: START + MINUTE, band: 2 },
      ...{ safety: 'not_sure', ended: 'went_quiet', responderName: 'Sam' },
      ...{ outcome: 'calmer', topics: ['loneliness'] },
      readers: [
        { name: 'Ana', reading: 'observation_began', purpose: null, times: 1, firstAt: START, lastAt: START },
      ],
    },
  ],
  next: null,
  people,
};
const place = { at: `${START}000`, conversationId: id(77) };

const open = async (path: string, answer: (filter: HistoryFilter) => HistoryList) => {
  const service = new FakeService();
  service.session = { staff: ANA };
  service.changeDesk({ me: { ...ANA, availability: 'available' } });
  service.answers.set('history:list', ({ filter }) => answer(filter));
  const opened = openConsole(path, service);
  await screen.findByRole('heading', { level: 1, name: 'History' });
  return opened;
};

describe('the history', () => {
  it('[AUD1] shows when, with whom, how it ended and who read it', async () => {
    await open('/history', () => list);
    expect(await screen.findByText('With Sam')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText(/^Ana read along, /)).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('Not sure if safe · Ended because it went quiet')).toBeInstanceOf(HTMLElement);
    await expectNoBarriers();
  });

  it('says of a visitor who still waits that they do, with no way to keep or erase before the end', async () => {
    const waits = { endedAt: null, ended: null, outcome: null, responderName: null, readers: [] };
    const [first] = list.conversations.map((one) => ({ ...one, ...waits }));
    await open('/history', () => ({ ...list, conversations: first === undefined ? [] : [first] }));
    expect(await screen.findByText('Waiting now')).toBeInstanceOf(HTMLElement);
    expect(screen.queryByText('No one answered it')).toBeNull();
    expect(screen.queryByRole('link', { name: /^Keep or erase/ })).toBeNull();
  });

  it('asks for what the address names, and for what is chosen', async () => {
    const { user, service } = await open('/history?ended=went_quiet&safety=nonsense', ({ safety }) =>
      safety === null ? list : { conversations: [], next: place, people },
    );
    expect(await screen.findByRole('combobox', { name: 'Ended how' })).toHaveProperty('value', 'went_quiet');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Safety answer' }), 'Not safe now');
    expect(await screen.findByText('None of these conversations fits')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Show earlier conversations' }));
    const chosen = { ...ANY, ended: 'went_quiet', safety: 'not_safe_now' };
    expect(service.of('history:list')).toEqual([
      { before: null, filter: { ...ANY, ended: 'went_quiet' } },
      { before: null, filter: chosen },
      { before: place, filter: chosen },
    ]);
  });
});
