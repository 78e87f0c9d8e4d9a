import { screen, within } from '@testing-library/react';
import type { OwnEnding } from '@warmline/contracts';
import { expectNoBarriers } from '../../testing/barriers';
import { anItem, aSafety, id, MINUTE, ROBIN, START } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const inDanger = anItem({ safety: aSafety({ answer: 'not_safe_now' }) });
const NONE = { mine: [], toAgree: [], toWriteUp: [], toWriteUpInAll: 0 };
const asked: OwnEnding = {
  id: id(90),
  conversationId: ROBIN,
  epoch: 1,
  state: 'asked',
  reason: 'responder_ended_agreed',
  askedAt: START - MINUTE,
  answer: null,
};
const openWith = (mine: OwnEnding[] = [], item = inDanger) =>
  openSignedIn('responder', (prepared) => {
    prepared.changeDesk({ caseload: [item] });
    prepared.changeHelp({ endings: { ...NONE, mine } });
  });
const chat = () => screen.findByRole('region', { name: 'Conversation with Robin' });

describe('ending a conversation in danger', () => {
  it('[SAF2] asks instead, with a reason and a line, and says what is missing', async () => {
    const { user, service } = await openWith();
    await user.click(await screen.findByRole('button', { name: 'End the conversation' }));
    const dialog = await screen.findByRole('dialog', { name: /Ask to end/ });
    await expectNoBarriers(dialog);
    const ask = within(dialog).getByRole('button', { name: 'Ask to end' });
    await user.click(ask);
    expect(dialog.textContent).toContain('Choose a reason.');
    expect(dialog.textContent).toContain('Say in one line');
    await user.click(within(dialog).getByRole('radio', { name: 'We agreed to finish' }));
    await user.type(within(dialog).getByRole('textbox'), 'Her sister is there');
    const questions = within(dialog).getByRole('checkbox', { name: /three short questions/ });
    expect(questions).toHaveProperty('checked', false);
    await user.click(questions);
    await user.click(ask);
    expect(service.of('conversation:end')).toEqual([]);
    expect(service.of('ending:ask')).toMatchObject([
      {
        conversationId: ROBIN,
        epoch: 1,
        reason: 'responder_ended_agreed',
        why: 'Her sister is there',
        asksAfter: true,
      },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('[SAF2] turns into the question when only the server knows that a supervisor must agree', async () => {
    const { user, service } = await openWith([], anItem());
    service.refusals.set('conversation:end', 'agreement_needed');
    await user.click(await screen.findByRole('button', { name: 'End the conversation' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('radio', { name: 'We agreed to finish' }));
    await user.click(within(dialog).getByRole('button', { name: 'End the conversation' }));
    expect(await screen.findByRole('dialog', { name: /Ask to end/ })).toBeInstanceOf(HTMLElement);
  });

  it('[SAF2] says that the question waits and can be withdrawn, and what a supervisor answered', async () => {
    const { user, service, happens } = await openWith([asked]);
    expect((await chat()).textContent).toContain('You asked to end this 1 min ago.');
    await user.click(await screen.findByRole('button', { name: 'Withdraw' }));
    expect(service.of('ending:withdraw')).toEqual([{ requestId: asked.id }]);
    const declined: OwnEnding = {
      ...asked,
      state: 'declined',
      answer: { by: 'Ana', word: 'Ask who is there' },
    };
    await happens(() => service.changeHelp({ endings: { ...NONE, mine: [declined] } }));
    expect((await chat()).textContent).toContain('Ana says: not yet. Ask who is there');
    await user.click(await screen.findByRole('button', { name: 'Ask again' }));
    expect(await screen.findByRole('dialog', { name: /Ask to end/ })).toBeInstanceOf(HTMLElement);
  });

  it('[SAF4] advises nothing that cannot be done once the visitor left quickly', async () => {
    const { user, service, happens } = await openWith([asked]);
    const event = { kind: 'event', seq: 1, event: 'visitor_left', name: '', reason: null } as const;
    await screen.findByRole('button', { name: 'End the conversation' });
    await happens(() => service.append(ROBIN, { ...event, id: id(1_001), at: START }));
    await happens(() => service.changeHelp({ supervisorsHere: 0 }));
    expect((await chat()).textContent).toContain('It ends when a supervisor agrees.');
    expect((await chat()).textContent).not.toContain('Stay with them');
    await user.click(screen.getByRole('button', { name: 'End the conversation' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).not.toMatch(/Say goodbye|Stay with them/);
    expect(within(dialog).getByText(/They left the page and can no longer read here/)).toBeDefined();
  });

  it('[SAF2] says so plainly when no other supervisor is connected', async () => {
    const { service, happens } = await openWith([asked]);
    await happens(() => service.changeHelp({ supervisorsHere: 0 }));
    expect((await chat()).textContent).toContain('No other supervisor is connected');
  });
});
