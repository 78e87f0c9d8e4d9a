import { screen, waitFor, within } from '@testing-library/react';
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

describe('a wrap-up that is not whole', () => {
  it('marks each field that is missing, goes to the first, and unmarks it once it is answered', async () => {
    const { user, service } = await openSignedIn('responder', (prepared) =>
      prepared.changeDesk({ caseload: [ended] }),
    );
    await user.click(await screen.findByRole('button', { name: 'Finish' }));
    const kind = screen.getByRole('radiogroup', { name: /^What kind of contact/ });
    expect(within(kind).getByText('Choose the kind of contact.')).toBeInstanceOf(HTMLElement);
    expect(kind.getAttribute('aria-invalid')).toBe('true');
    await waitFor(() => expect(kind.contains(document.activeElement)).toBe(true));
    await user.click(screen.getByLabelText('Conversation'));
    expect(screen.queryByText('Choose the kind of contact.')).toBeNull();
    expect(screen.getByText(/^Choose how they seemed/)).toBeInstanceOf(HTMLElement);
    expect(service.of('wrap_up:finish')).toEqual([]);
  });
});
