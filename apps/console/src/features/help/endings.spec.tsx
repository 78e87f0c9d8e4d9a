import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import type { Endings, EndingToAgree, EndingToWriteUp } from '@warmline/contracts';
import { expectNoBarriers } from '../../testing/barriers';
import { ANA, id, KIM, MINUTE, ROBIN, SAM, START } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const NONE: Endings = { mine: [], toAgree: [], toWriteUp: [], toWriteUpInAll: 0 };
const question: EndingToAgree = {
  id: id(90),
  conversationId: ROBIN,
  visitorName: 'Robin',
  responder: { id: SAM.id, name: SAM.name },
  reason: 'responder_ended_agreed',
  why: 'Her sister is with her',
  askedAt: START - MINUTE,
  mustRead: false,
};
const left: EndingToWriteUp = {
  conversationId: KIM,
  visitorName: '',
  how: 'quick_exit',
  at: START - 2 * MINUTE,
  responderName: 'Sam',
  isHeld: false,
};
const alerts = () => screen.getByRole('region', { name: 'Alerts' });
const openWith = (
  endings: Partial<typeof NONE | { toAgree: EndingToAgree[]; toWriteUp: EndingToWriteUp[] }>,
) => openSignedIn('supervisor', (prepared) => prepared.changeHelp({ endings: { ...NONE, ...endings } }));
const press = (name: RegExp | string) => screen.findByRole('button', { name });
const asked = async (user: UserEvent): Promise<HTMLElement> => {
  await user.click(await press('Agree and end it: the question of Sam'));
  return screen.findByRole('dialog', { name: 'End the conversation with Robin?' });
};

describe('endings to agree', () => {
  it('[SAF2] are on every page of a supervisor and in the title, with who asks and why, and agreeing is asked once more', async () => {
    const { user, service, happens } = await openWith({ toAgree: [question] });
    for (const page of ['Live view', 'Queue', 'People', 'Handovers', 'My desk']) {
      await user.click(await screen.findByRole('link', { name: page }));
      await screen.findByRole('heading', { level: 1, name: page });
      const { textContent } = await screen.findByRole('region', { name: 'Alerts' });
      expect(textContent).toContain('Sam asks to end the conversation with Robin');
      expect(textContent).toContain('Her sister is with her');
      expect(document.title).toBe(`A colleague asks you · ${page} · Harbour Line`);
    }
    await expectNoBarriers(alerts());
    const dialog = await asked(user);
    await expectNoBarriers(dialog);
    expect(dialog.textContent).toContain('Her sister is with her');
    expect(service.of('ending:agree')).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Agree and end it' }));
    expect(service.of('ending:agree')).toEqual([{ requestId: question.id }]);
    await happens(() => service.changeHelp({ endings: NONE }));
    expect(screen.queryByRole('region', { name: 'Alerts' })).toBeNull();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.title).toBe('My desk · Harbour Line');
  });

  it('[SAF2] cannot be agreed to before the visitor’s new words are read, and can be told "not yet" with a word', async () => {
    const { user, service } = await openWith({ toAgree: [{ ...question, mustRead: true }] });
    expect((await screen.findByRole('region', { name: 'Alerts' })).textContent).toContain(
      'Robin has written since',
    );
    expect(screen.queryByRole('button', { name: /Agree/ })).toBeNull();
    await user.click(await press('Read first'));
    expect(service.of('conversation:observe')).toEqual([{ conversationId: ROBIN }]);
    await user.click(await press('Not yet'));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: /Send/ }));
    expect(service.of('ending:decline')).toEqual([]);
    await user.type(within(dialog).getByRole('textbox'), 'Ask who is with her');
    await expectNoBarriers(dialog);
    await user.click(within(dialog).getByRole('button', { name: /Send/ }));
    expect(service.of('ending:decline')).toEqual([{ requestId: question.id, word: 'Ask who is with her' }]);
  });

  it('[SAF2] leave out one’s own question, and say why an agreement was refused', async () => {
    const own = { ...question, id: id(91), responder: { id: ANA.id, name: ANA.name } };
    const { user, service } = await openWith({ toAgree: [own, question] });
    service.refusals.set('ending:agree', 'ending_changed');
    const dialog = await asked(user);
    await user.click(within(dialog).getByRole('button', { name: 'Agree and end it' }));
    expect(within(dialog).getByText(/This question is out of date/)).toBeInstanceOf(HTMLElement);
    expect(alerts().textContent).not.toContain('Ana asks');
  });
});

describe('who left in danger', () => {
  it('[SAF2] stays on the list until a supervisor writes what was done; the words stay while others do', async () => {
    const { user, service, happens } = await openWith({ toWriteUp: [left], toWriteUpInAll: 1 });
    expect((await screen.findByRole('region', { name: 'Alerts' })).textContent).toContain(
      'was in danger and left by quick exit',
    );
    await user.click(await press('Write it up'));
    const box = await screen.findByRole('textbox', { name: /What was done/ });
    await user.type(box, 'Rang the number they gave');
    await happens(() => service.changeHelp({ endings: NONE }));
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /What was done/ }).value).toBe(
      'Rang the number they gave',
    );
    await user.click(await press('Save'));
    expect(service.of('ending:write_up')).toMatchObject([
      { conversationId: KIM, words: 'Rang the number they gave' },
    ]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
