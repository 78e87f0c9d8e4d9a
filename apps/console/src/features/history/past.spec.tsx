import { screen, within } from '@testing-library/react';
import type { PastAct, PastRecord } from '@warmline/contracts';
import { expectNoBarriers } from '../../testing/barriers';
import { ANA, id, MINUTE, ROBIN, START } from '../../testing/builders';
import { FakeService } from '../../testing/fake-service';
import { openConsole } from '../../testing/open-console';
import { aProof } from './testing/a-proof';

const act = (number: number, over: Partial<PastAct>): PastAct => ({
  ...{ id: String(number), at: START + number * MINUTE, action: 'offer_made', by: 'system', byName: null },
  ...{ whomName: null, reason: null, count: null },
  ...over,
});
const written: PastRecord['written'] = {
  visitorName: 'Robin',
  beside: {
    writings: [{ kind: 'note', id: 'note/1', at: START + 150_001, by: 'Sam', text: 'calmer now' }],
    next: null,
  },
  page: {
    head: 2,
    entries: [
      {
        kind: 'message',
        seq: 1,
        id: id(1),
        from: 'visitor',
        name: 'Robin',
        body: 'hello',
        at: START + 90_000,
      },
    ],
  },
};
const done: PastRecord['done'] = {
  acts: [act(1, { whomName: 'Sam' }), act(2, { action: 'holding_began', by: 'staff', byName: 'Sam' })],
  next: null,
};

const open = async (record: PastRecord) => {
  const service = new FakeService();
  service.session = { staff: ANA };
  service.changeDesk({ me: { ...ANA, availability: 'available' } });
  service.answers.set('history:open', () => record);
  service.answers.set('history:entries', () => ({
    head: 2,
    entries: [
      {
        kind: 'message',
        seq: 2,
        id: id(2),
        from: 'responder',
        name: 'Sam',
        body: 'I am here',
        at: START + 150_000,
      },
    ],
  }));
  const opened = openConsole(`/history/${ROBIN}`, service);
  await screen.findByRole('button', { name: 'Open the conversation' });
  return opened;
};
const linesShown = (): (string | null)[] =>
  within(screen.getByRole('list', { name: /oldest first/ }))
    .getAllByRole('listitem')
    .map(
      ({ lastElementChild: words }) =>
        (words?.querySelector('.history__act > span') ?? words)?.textContent ?? null,
    );

describe('a conversation of the past', () => {
  it('[AUD1] asks why before anything is sent for, then shows what was written and done by time', async () => {
    const { user, service } = await open({ conversationId: ROBIN, written, done });
    await user.click(screen.getByRole('button', { name: 'Open the conversation' }));
    expect(screen.getByText('Choose why you are opening it.')).toBeInstanceOf(HTMLElement);
    expect(service.of('history:open')).toEqual([]);
    await user.click(screen.getByRole('radio', { name: 'A complaint' }));
    await user.click(screen.getByRole('button', { name: 'Open the conversation' }));
    expect(await screen.findByText('Opened and recorded: A complaint.')).toBeInstanceOf(HTMLElement);
    const opened = { conversationId: ROBIN, purpose: 'complaint' };
    expect(service.of('history:open')).toEqual([opened]);
    expect(service.of('history:entries')).toEqual([{ ...opened, after: 1 }]);
    expect(linesShown()).toEqual([
      'Sam was asked to take it',
      'Robin hello',
      'Sam took the conversation',
      'Sam I am here',
      'Sam, note for the team: calmer now',
    ]);
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
    await user.click(screen.getByRole('checkbox', { name: 'What was written in the chat' }));
    expect(linesShown()).toEqual([
      'Sam was asked to take it',
      'Sam took the conversation',
      'Sam, note for the team: calmer now',
    ]);
    await expectNoBarriers();
  });

  it('[AUD3] shows in plain words that an entry is in the log, checked in the browser', async () => {
    const { user, service } = await open({ conversationId: ROBIN, written, done });
    service.answers.set('history:prove', () => aProof);
    await user.click(screen.getByRole('radio', { name: 'A complaint' }));
    await user.click(screen.getByRole('button', { name: 'Open the conversation' }));
    await user.click(await screen.findByRole('button', { name: /in the log\? Sam was asked/ }));
    expect(await screen.findByText(/^Yes. This entry is in the log.*entry 5 of 7/)).toBeInstanceOf(
      HTMLElement,
    );
    expect(service.of('history:prove')).toEqual([{ act: '1', size: null }]);
    await user.click(screen.getByRole('button', { name: 'Check against a checkpoint that you kept' }));
    await user.type(screen.getByRole('textbox'), 'nonsense');
    await user.click(screen.getByRole('button', { name: 'Check again' }));
    expect(await screen.findByText(/^This is not a checkpoint/)).toBeInstanceOf(HTMLElement);
    await expectNoBarriers();
  });

  it('[PRV4] says of one whose time is over what is gone and what is left', async () => {
    const { user } = await open({ conversationId: ROBIN, written: null, done });
    await user.click(screen.getByRole('radio', { name: 'Safeguarding' }));
    await user.click(screen.getByRole('button', { name: 'Open the conversation' }));
    expect(await screen.findByText('What was written is gone')).toBeInstanceOf(HTMLElement);
    expect(linesShown()).toHaveLength(2);
  });

  it('keeps the form with its choice, and says why, when it could not be opened', async () => {
    const { user, service } = await open({ conversationId: ROBIN, written, done });
    service.refusals.set('history:open', 'not_ended');
    await user.click(screen.getByRole('radio', { name: 'Safeguarding' }));
    await user.click(screen.getByRole('button', { name: 'Open the conversation' }));
    expect(await screen.findByText('The conversation has not ended yet.')).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole('radio', { name: 'Safeguarding' })).toHaveProperty('checked', true);
  });
});
