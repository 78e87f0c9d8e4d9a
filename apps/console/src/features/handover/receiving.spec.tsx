import { screen, waitFor, within } from '@testing-library/react';
import { aHandover, aMessage, anItem, aSafety, JO, KIM, ROBIN, SAM } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

/** From Jo to Sam, who sits at this console. */
const coming = (over: Parameters<typeof aHandover>[0] = {}) =>
  aHandover({ sender: JO, proposedBy: JO, receiver: { id: SAM.id, name: SAM.name }, ...over });

const open = () =>
  openSignedIn('responder', (service) => {
    service.timelines.set(ROBIN, [aMessage(1, 'visitor', 'it is about work')]);
    service.changeDesk({ caseload: [anItem({ conversationId: KIM, visitorName: 'Kim' })] });
  });

const offered = async () => {
  const opened = await open();
  await opened.happens(() => opened.service.changeDesk({ handovers: [coming()] }));
  return opened;
};

const joined = async (over: Parameters<typeof aHandover>[0] = {}) => {
  const opened = await offered();
  await opened.user.keyboard('{Alt>}a{/Alt}');
  const handover = coming({ state: 'joined', expiresAt: null, ...over });
  await opened.happens(() => opened.service.changeDesk({ handovers: [handover] }));
  return opened;
};

describe('being asked to take over', () => {
  it('comes with the brief, is said once, and takes the focus from nothing', async () => {
    const { user, service, happens } = await open();
    const box = await screen.findByLabelText('Write to Kim');
    await user.click(box);
    await happens(() => service.changeDesk({ handovers: [coming()] }));
    const card = screen.getByRole('article', { name: 'Jo asks you to take over' });
    expect(card.textContent).toContain('Sits in the car before going in.');
    expect(screen.getByText(/Alt A accepts, Alt D declines/).getAttribute('role')).toBe('status');
    expect(document.activeElement).toBe(box);
    expect(service.of('timeline:read').some(({ conversationId }) => conversationId === ROBIN)).toBe(false);
    expect(document.title).toBe('You are asked to take over · My desk · Harbour Line');
  });

  it('says which of a new responder’s first conversations it is, on the card and beside the brief', async () => {
    const senderFirst = { held: 3, of: 10 };
    const words = 'Jo is new: the 3rd of their first 10';
    const { happens, service, user } = await open();
    await happens(() => service.changeDesk({ handovers: [coming({ senderFirst })] }));
    const card = screen.getByRole('article', { name: 'Jo asks you to take over' });
    expect(card.textContent).toContain(words);
    await user.keyboard('{Alt>}a{/Alt}');
    await happens(() =>
      service.changeDesk({ handovers: [coming({ state: 'joined', expiresAt: null, senderFirst })] }),
    );
    const pane = await screen.findByRole('region', { name: /Conversation with Robin, read only/ });
    expect(pane.textContent).toContain(words);
  });

  it('[SAF3] shows the safety answer on the card and above the conversation while it comes', async () => {
    await joined({ safety: aSafety({ answer: 'not_safe_now' }) });
    const pane = await screen.findByRole('region', { name: /Conversation with Robin, read only/ });
    const mark = { selector: '.guest__header *' };
    expect(within(pane).getByText('Not safe now', mark)).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole('button', { name: /^Robin.*Not safe now/ })).toBeInstanceOf(HTMLElement);
  });

  it('is declined without a reason', async () => {
    const { user, service } = await offered();
    await user.keyboard('{Alt>}d{/Alt}');
    await waitFor(() => expect(service.of('handover:decline')).toEqual([{ handoverId: coming().id }]));
  });

  it('[HND3] opens the whole timeline to read, and lets nobody write before the brief is read', async () => {
    const { user, service, happens } = await joined();
    const pane = await screen.findByRole('region', { name: /Conversation with Robin, read only/ });
    expect(await within(pane).findByText('it is about work')).toBeInstanceOf(HTMLElement);
    expect(within(pane).queryByRole('textbox')).toBeNull();
    const takeOver = () => within(pane).getByRole<HTMLButtonElement>('button', { name: 'Take over writing' });
    expect(takeOver().disabled).toBe(true);
    await user.click(within(pane).getByRole('button', { name: 'I’ve read this' }));
    expect(service.of('handover:confirm_brief')).toHaveLength(1);
    await happens(() =>
      service.changeDesk({ handovers: [coming({ state: 'joined', expiresAt: null, briefRead: true })] }),
    );
    await user.click(takeOver());
    expect(service.of('handover:take_control')).toEqual([{ handoverId: coming().id }]);
  });

  it('[HND4] waits for the visitor’s answer before anything can be written', async () => {
    const { service } = await joined({ state: 'visitor_asked', briefRead: true });
    expect(
      await screen.findByText(
        'We’ve asked Robin. Jo is still writing. You can read the conversation once Robin says yes.',
      ),
    ).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Take over writing' }).disabled).toBe(true);
    expect(service.of('timeline:read').some(({ conversationId }) => conversationId === ROBIN)).toBe(false);
  });

  it('[HND2] writes once control has passed, and says when the visitor is settled', async () => {
    const { user, service, happens } = await joined({ briefRead: true });
    const passed = coming({ state: 'control_passed', briefRead: true });
    const robin = anItem({ epoch: 2, head: 1 });
    await happens(() => service.changeDesk({ caseload: [robin], handovers: [passed] }));
    expect(await screen.findByLabelText('Write to Robin')).toBeInstanceOf(HTMLElement);
    const settle = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Robin is settled' });
    expect(settle().disabled).toBe(true);
    await happens(() => service.changeDesk({ handovers: [{ ...passed, receiverHasWritten: true }] }));
    await user.click(settle());
    expect(service.of('handover:settle')).toEqual([{ handoverId: passed.id }]);
    await happens(() => service.changeDesk({ handovers: [] }));
    expect(screen.getByRole('button', { name: 'Brief from Jo' })).toBeInstanceOf(HTMLElement);
  });

  it('tells kindly when the visitor would rather stay, and closes what was read', async () => {
    const { service, happens } = await joined({ state: 'visitor_asked' });
    await screen.findByText(/We’ve asked Robin/);
    const no = coming({ state: 'visitor_said_no', expiresAt: null });
    await happens(() => service.changeDesk({ handovers: [no] }));
    expect(screen.getByText('Robin would rather stay with Jo.')).toBeInstanceOf(HTMLElement);
    expect(screen.queryByText(/We’ve asked Robin/)).toBeNull();
  });

  it('writes at once where the sender is gone, with the brief still to be read', async () => {
    const { user, service, happens } = await open();
    const cold = coming({ kind: 'cold', state: 'control_passed' });
    await happens(() => service.changeDesk({ caseload: [anItem({ head: 1 })], handovers: [cold] }));
    await user.keyboard('{Alt>}1{/Alt}');
    expect(await screen.findByLabelText('Write to Robin')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText(/Jo is no longer connected/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole('button', { name: 'I’ve read this' })).toBeInstanceOf(HTMLElement);
  });
});
