import { screen, within } from '@testing-library/react';
import { anItem, MINUTE, ROBIN, START } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const ended = anItem({ state: 'wrap_up', endedAt: START - MINUTE, endReason: 'quick_exit' });

describe('ending and wrapping up', () => {
  it('asks for a reason before it ends, and Esc keeps talking', async () => {
    const { user, service } = await openSignedIn('responder', (prepared) =>
      prepared.changeDesk({ caseload: [anItem()] }),
    );
    await screen.findByLabelText('Write to Robin');
    await user.keyboard('{Alt>}e{/Alt}');
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'End the conversation' }));
    expect(within(dialog).getByText('Choose a reason.')).toBeInstanceOf(HTMLElement);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(service.of('conversation:end')).toEqual([]);
  });

  it('ends with the reason chosen', async () => {
    const { user, service } = await openSignedIn('responder', (prepared) =>
      prepared.changeDesk({ caseload: [anItem()] }),
    );
    await user.click(await screen.findByRole('button', { name: 'End the conversation' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('radio', { name: 'We agreed to finish' }));
    await user.click(within(dialog).getByRole('button', { name: 'End the conversation' }));
    expect(service.of('conversation:end')).toEqual([
      { conversationId: ROBIN, epoch: 1, reason: 'responder_ended_agreed' },
    ]);
  });

  it('has kind words when the visitor vanished', async () => {
    await openSignedIn('responder', (service) => service.changeDesk({ caseload: [ended] }));
    expect(await screen.findByText('You did what you could. You won’t always know.')).toBeInstanceOf(
      HTMLElement,
    );
  });

  it('takes at most three topics, the first one as the main one, and hints at names', async () => {
    const { user, service } = await openSignedIn('responder', (prepared) =>
      prepared.changeDesk({ caseload: [ended] }),
    );
    await user.click(await screen.findByLabelText('Conversation'));
    for (const topic of ['Loneliness', 'Bereavement', 'Suicide'])
      await user.click(await screen.findByLabelText(topic));
    expect(screen.getByLabelText('Young carers')).toBeInstanceOf(HTMLElement);
    expect(screen.queryByLabelText('An old heading')).toBeNull();
    expect(screen.getByText('Main topic: Loneliness')).toBeInstanceOf(HTMLElement);
    expect(screen.getByLabelText<HTMLInputElement>('Self-harm').disabled).toBe(true);
    await user.click(screen.getByLabelText('Calmer'));
    await user.type(screen.getByLabelText('A note, if it helps'), 'Misses her sister Maria.');
    expect(screen.getByText(/Could these identify the person\? Maria/)).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Finish' }));
    expect(service.of('wrap_up:finish')).toEqual([
      {
        conversationId: ROBIN,
        epoch: 1,
        wrapUp: {
          contactKind: 'conversation',
          topics: ['loneliness', 'bereavement', 'suicide'],
          outcome: 'calmer',
          note: 'Misses her sister Maria.',
        },
      },
    ]);
  });
});
