import { screen, within } from '@testing-library/react';
import type { OwnReaders } from '@warmline/contracts';
import { expectNoBarriers } from '../../testing/barriers';
import { id, MINUTE, ROBIN, SAM, START } from '../../testing/builders';
import { FakeService } from '../../testing/fake-service';
import { openConsole } from '../../testing/open-console';

const place = { at: `${START}000`, conversationId: ROBIN };
const first: OwnReaders = {
  conversations: [
    {
      conversationId: ROBIN,
      beganAt: START,
      endedAt: START + MINUTE,
      readers: [
        {
          name: 'Ana',
          reading: 'observation_began',
          purpose: null,
          times: 2,
          firstAt: START,
          lastAt: START + MINUTE,
        },
        { name: 'Jo', reading: 'review_read', purpose: null, times: 1, firstAt: START, lastAt: START },
      ],
    },
  ],
  next: place,
};
const second: OwnReaders = {
  conversations: [{ conversationId: id(77), beganAt: START, endedAt: null, readers: [] }],
  next: null,
};

const open = async (path: string, answer: (before: unknown) => OwnReaders) => {
  const service = new FakeService();
  service.session = { staff: SAM };
  service.changeDesk({ me: { ...SAM, availability: 'available' } });
  service.answers.set('readers:list', ({ before }) => answer(before));
  const opened = openConsole(path, service);
  await screen.findByText('Connected');
  return opened;
};

describe('who read my conversations', () => {
  it('[AUD1] names each reader and how they read, and goes on to earlier conversations', async () => {
    const { user, service } = await open('/readers', (before) => (before === null ? first : second));
    const [row] = await screen.findAllByRole('list', { name: /^Who else read/ });
    if (row === undefined) throw new Error('there is a row');
    const [ana, jo] = within(row).getAllByRole('listitem');
    expect(ana?.textContent).toContain('Ana read along 2 times');
    expect(jo?.textContent).toContain('Jo read it for a review');
    await expectNoBarriers();
    await user.click(screen.getByRole('button', { name: 'Show earlier conversations' }));
    expect(await screen.findByText('No one else has read it.')).toBeInstanceOf(HTMLElement);
    expect(screen.queryByRole('button', { name: 'Show earlier conversations' })).toBeNull();
    expect(service.of('readers:list')).toEqual([{ before: null }, { before: place }]);
  });

  it('says so where there are none', async () => {
    await open('/readers', () => ({ conversations: [], next: null }));
    expect(await screen.findByText('You have had no conversations yet')).toBeInstanceOf(HTMLElement);
    await expectNoBarriers();
  });

  it('is reached from the account page', async () => {
    const { user } = await open('/account', () => first);
    await user.click(await screen.findByRole('link', { name: 'Who read my conversations' }));
    expect(
      await screen.findByRole('heading', { name: 'Who read my conversations', level: 1 }),
    ).toBeInstanceOf(HTMLElement);
  });
});
