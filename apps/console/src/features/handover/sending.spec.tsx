import { screen, waitFor, within } from '@testing-library/react';
import { aHandover, aMessage, anItem, JO, ROBIN } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const open = () =>
  openSignedIn('responder', (service) => {
    service.timelines.set(ROBIN, [aMessage(1, 'visitor', 'it is about work')]);
    service.changeDesk({ caseload: [anItem({ head: 1 })] });
  });

const openForm = async () => {
  const opened = await open();
  await screen.findByText('it is about work');
  await opened.user.keyboard('{Alt>}h{/Alt}');
  await screen.findByText(/free now/);
  return opened;
};

const writes = async ({ user }: Awaited<ReturnType<typeof open>>, name: string, text: string) => {
  await user.click(field(name));
  await user.paste(text);
};

/** What a brief needs at least. */
const fills = async (opened: Awaited<ReturnType<typeof open>>) => {
  await writes(opened, 'Situation (required)', 'trouble at work');
  await writes(opened, 'Request (required)', 'knows about work');
};

const field = (name: string) => screen.getByLabelText<HTMLTextAreaElement>(name, { selector: 'textarea' });

describe('handing over', () => {
  it('says why no one can be asked by name, instead of asking for a choice there is not', async () => {
    const opened = await openSignedIn('responder', (service) => {
      service.candidates = {
        ...service.candidates,
        people: service.candidates.people.map((one) => ({ ...one, status: 'away' as const })),
      };
      service.changeDesk({ caseload: [anItem()] });
    });
    await opened.user.keyboard('{Alt>}h{/Alt}');
    await fills(opened);
    await opened.user.click(await screen.findByRole('button', { name: 'Ask them to take over' }));
    expect(await screen.findByText(/^No one can be asked by name right now/)).toBeInstanceOf(HTMLElement);
    expect(opened.service.of('handover:propose')).toEqual([]);
  });

  it('begins with Alt+H, at its title, with the visitor’s own words and no noise', async () => {
    await openForm();
    expect(document.activeElement?.textContent).toBe('Hand over Robin');
    expect(field('Situation (required)').value).toBe('');
    expect(field('Background').value).toBe('Robin wrote:\n“it is about work”');
    expect(field('Safety').value).toBe('');
    expect(field('Request (required)').value).toBe('');
  });

  it('says of everyone whether they can be asked, and why not', async () => {
    const { user } = await openForm();
    expect(screen.getByText(/free now · grief, work/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Lee/ }).disabled).toBe(true);
    expect(screen.getByRole('radio', { name: /Lee/ }).closest('label')?.textContent).toContain('away');
    await user.click(screen.getByRole('radio', { name: 'Someone with a skill' }));
    expect(screen.getByRole('radio', { name: /housing/ }).closest('label')?.textContent).toContain(
      'no one free now',
    );
  });

  it('[HND3] asks nobody before the situation, the request and a person are given', async () => {
    const opened = await openForm();
    const { user, service } = opened;
    await user.click(screen.getByRole('button', { name: 'Ask them to take over' }));
    expect(await screen.findByText('Enter what they need next.')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('Choose who to ask.')).toBeInstanceOf(HTMLElement);
    expect(service.of('handover:propose')).toEqual([]);
    await fills(opened);
    await user.click(screen.getByRole('radio', { name: /^Jo/ }));
    await user.click(screen.getByRole('button', { name: 'Ask them to take over' }));
    expect(await screen.findByText('Asking Jo')).toBeInstanceOf(HTMLElement);
    expect(service.of('handover:propose')).toMatchObject([
      { conversationId: ROBIN, epoch: 1, mustLeave: false, to: { to: 'person', staffId: JO.id } },
    ]);
  });

  it('keeps what is half written through tabs and a reload', async () => {
    const opened = await openForm();
    const { user } = opened;
    await writes(opened, 'Request (required)', 'half a');
    await user.click(screen.getByRole('checkbox', { name: /I have to finish/ }));
    await user.click(screen.getByRole('tab', { name: 'Resources' }));
    await user.click(screen.getByRole('tab', { name: 'Hand over' }));
    expect(field('Request (required)').value).toBe('half a');
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /I have to finish/ }).checked).toBe(true);
    expect(sessionStorage.getItem('warmline.handovers')).toContain('half a');
  });

  it('asks once, under one id, when the first answer never came', async () => {
    const opened = await openForm();
    const { user, service, pass, happens } = opened;
    await fills(opened);
    await user.click(screen.getByRole('radio', { name: /^Jo/ }));
    await happens(() => service.goDown());
    await user.click(screen.getByRole('button', { name: 'Ask them to take over' }));
    expect(await screen.findByText(/We did not get an answer/)).toBeInstanceOf(HTMLElement);
    service.comeBack();
    await pass(20_000);
    await user.click(screen.getByRole('button', { name: 'Ask them to take over' }));
    await screen.findByText('Asking Jo');
    expect(new Set(service.of('handover:propose').map((asked) => asked['handoverId'])).size).toBe(1);
  });

  it.each([
    ['at_capacity', /no capacity for one more/],
    ['not_available', /cannot be asked right now/],
    ['handover_open', /already being handed over/],
    ['stale_epoch', /Someone else has this conversation now/],
  ] as const)('says in words when it is refused: %s', async (refusal, words) => {
    const opened = await openForm();
    const { user, service } = opened;
    service.refusals.set('handover:propose', refusal);
    await fills(opened);
    await user.click(screen.getByRole('radio', { name: /^Jo/ }));
    await user.click(screen.getByRole('button', { name: 'Ask them to take over' }));
    expect(await screen.findByText(words)).toBeInstanceOf(HTMLElement);
  });

  it('can be taken back, after saying what that does', async () => {
    const { user, service, happens } = await openForm();
    await happens(() => service.changeDesk({ handovers: [aHandover()] }));
    await user.click(screen.getByRole('button', { name: 'Withdraw' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('The conversation stays with you.');
    await user.click(within(dialog).getByRole('button', { name: 'Withdraw' }));
    await waitFor(() => expect(service.of('handover:withdraw')).toEqual([{ handoverId: aHandover().id }]));
  });

  it('[HND1] stays with the sender when it is declined, and says so', async () => {
    const { service, happens } = await openForm();
    await happens(() =>
      service.changeDesk({ handovers: [aHandover({ state: 'declined', expiresAt: null })] }),
    );
    expect(
      screen.getAllByText('Jo cannot take this right now. The conversation stays with you.').length,
    ).toBeGreaterThan(0);
    expect(screen.getByLabelText('Write to Robin')).toBeInstanceOf(HTMLElement);
  });

  it('keeps what was written when they decline, to ask someone else with it', async () => {
    const opened = await openForm();
    const { user, happens, service } = opened;
    await fills(opened);
    await user.click(screen.getByRole('radio', { name: /^Jo/ }));
    await user.click(screen.getByRole('button', { name: 'Ask them to take over' }));
    await screen.findByText('Asking Jo');
    const change = (state: 'declined' | 'control_passed') =>
      happens(() => service.changeDesk({ handovers: [aHandover({ state, expiresAt: null })] }));
    await change('declined');
    expect(field('Situation (required)').value).toBe('trouble at work');
    expect(field('Request (required)').value).toBe('knows about work');
    await change('control_passed');
    expect(sessionStorage.getItem('warmline.handovers')).toBeNull();
  });

  it('[HND2] takes the reply box away once the other writes, keeps unsent words, and reads along', async () => {
    const { user, service, happens } = await open();
    await user.click(await screen.findByLabelText('Write to Robin'));
    await user.paste('not sent yet');
    const passed = aHandover({ state: 'control_passed' });
    await happens(() => service.changeDesk({ caseload: [], handovers: [passed] }));
    expect(screen.queryByLabelText('Write to Robin')).toBeNull();
    expect(screen.getByText('Jo is writing now. You can read until Robin is settled.')).toBeInstanceOf(
      HTMLElement,
    );
    expect(screen.getByText('not sent yet').tagName).toBe('BLOCKQUOTE');
    const entry = { ...aMessage(2, 'responder', 'Jo here'), name: 'Jo' };
    await happens(() => service.append(ROBIN, entry));
    expect(screen.getByText('Jo here')).toBeInstanceOf(HTMLElement);
    await happens(() => service.changeDesk({ handovers: [{ ...passed, state: 'left' }] }));
    expect(screen.getByText('You have left. Jo is with Robin now.')).toBeInstanceOf(HTMLElement);
    await happens(() => service.changeDesk({ handovers: [] }));
    expect(screen.getByText('not sent yet')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(await screen.findByText('You are not in a conversation')).toBeInstanceOf(HTMLElement);
  });
});
