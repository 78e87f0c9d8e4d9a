import { screen, waitFor, within } from '@testing-library/react';
import {
  aLiveView,
  aHandover,
  aRunning,
  aSafety,
  aWaiting,
  id,
  JO,
  ROBIN,
  SAM,
} from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const summary = (over: Parameters<typeof aHandover>[0] = {}) => {
  const { brief: _, receiverHasWritten: __, visitorName: ___, language: ____, ...rest } = aHandover(over);
  return rest;
};

const open = (board: Parameters<typeof aLiveView>[0] = { conversations: [aRunning()] }) =>
  openSignedIn('supervisor', (service) => {
    service.board = aLiveView(board);
  });

const chooses = async ({ user }: Awaited<ReturnType<typeof open>>, menu: string | RegExp, entry: RegExp) => {
  await user.click(await screen.findByRole('button', { name: menu }));
  await user.click(await screen.findByRole('menuitem', { name: entry }));
};

describe('a supervisor', () => {
  it('a supervisor hands over for someone else under the epoch of the holder', async () => {
    const opened = await open();
    await chooses(opened, 'More for Robin', /^Hand over/);
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('Sam keeps writing until someone takes over');
    await opened.user.click(await within(dialog).findByRole('radio', { name: /^Jo/ }));
    for (const part of ['Situation (required)', 'Request (required)']) {
      await opened.user.click(within(dialog).getByRole('textbox', { name: part }));
      await opened.user.paste('Sam is ill');
    }
    await opened.user.click(within(dialog).getByRole('button', { name: 'Ask them to take over' }));
    expect(await screen.findByText('We’re asking. Sam stays until someone takes over.')).toBeInstanceOf(
      HTMLElement,
    );
    expect(opened.service.of('handover:propose')).toMatchObject([
      { conversationId: ROBIN, epoch: 1, to: { to: 'person', staffId: JO.id } },
    ]);
  });

  it('[HND1] a conversation whose holder is gone is marked, and is handed over without them', async () => {
    const gone = aRunning({ responderPresent: false });
    const opened = await open({ conversations: [gone] });
    const row = (await screen.findByRole('button', { name: 'Read along with Robin' })).closest('li');
    expect(row?.textContent).toContain('Not connected');
    await chooses(opened, 'More for Robin', /^Hand over/);
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain(
      'Sam is not connected. The person who accepts starts writing at once',
    );
    expect(within(dialog).queryByRole('checkbox')).toBeNull();
  });

  it('a supervisor hands over a waiting conversation only if someone held it before', async () => {
    const waiting = aWaiting({ conversationId: id(21), heldBefore: 'Sam', epoch: 2 });
    const opened = await open({ waiting: [waiting, aWaiting({ conversationId: id(22) })] });
    const [second, first] = await screen.findAllByRole('button', { name: /^More for .*, waiting/ });
    expect(screen.getByText('Was with Sam')).toBeInstanceOf(HTMLElement);
    for (const [button, entries] of [
      [
        second,
        [
          'Hand over to someone elseThey are asked first.',
          'Take overYou start writing at once.',
          'Mark for quality reviewIt is on the Quality page once it has ended.',
        ],
      ],
      [first, ['Take overYou start writing at once.']],
    ] as const) {
      await opened.user.click(button as HTMLElement);
      const items = await screen.findAllByRole('menuitem');
      expect(items.map((item) => item.textContent)).toEqual(entries);
      await opened.user.keyboard('{Escape}');
    }
  });

  it('a supervisor marks a conversation for review, and is told where it will be', async () => {
    const opened = await open();
    await chooses(opened, 'More for Robin', /^Mark for quality review/);
    expect(await screen.findByText(/Marked for review/)).toBeInstanceOf(HTMLElement);
    expect(opened.service.of('review:mark')).toEqual([{ conversationId: ROBIN }]);
    await opened.user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText(/Marked for review/)).toBeNull();
  });

  it('a supervisor takes over only after a warning, and with a reason', async () => {
    const opened = await open();
    await chooses(opened, 'More for Robin', /^Take over/);
    const dialog = await screen.findByRole('dialog', { name: 'Take over from Sam?' });
    expect(dialog.textContent).toContain('Sam can no longer write, and Robin is told that you have joined.');
    await opened.user.click(within(dialog).getByRole('button', { name: 'Take over' }));
    expect(within(dialog).getByText('Choose a reason.')).toBeInstanceOf(HTMLElement);
    expect(opened.service.of('conversation:take_over')).toEqual([]);
    await opened.user.click(within(dialog).getByRole('radio', { name: 'For safety' }));
    await opened.user.click(within(dialog).getByRole('button', { name: 'Take over' }));
    await screen.findByRole('heading', { name: 'Mine' });
    expect(opened.service.of('conversation:take_over')).toEqual([
      { conversationId: ROBIN, reason: 'safety' },
    ]);
  });

  it.each([
    ['visitor_asked', 1, 'once'],
    ['control_passed', 1, 'never'],
    ['left', 3, '2 times'],
  ] as const)(
    'a handover that is %s, of %i in all, was handed over before: %s',
    async (state, handovers, before) => {
      const opened = await open({
        conversations: [aRunning({ handovers })],
        handovers: [summary({ state, expiresAt: null })],
      });
      await opened.user.click(await screen.findByRole('link', { name: /Handovers/ }));
      const row = (await screen.findByText(before)).closest('tr');
      expect(row?.textContent).toContain('Robin');
    },
  );

  it('a supervisor sees every handover, and can withdraw one', async () => {
    const opened = await open({
      conversations: [aRunning({ handovers: 2 })],
      handovers: [
        summary({ state: 'visitor_asked', senderFirst: { held: 3, of: 10 } }),
        summary({ id: id(71), state: 'declined' }),
      ],
    });
    await opened.user.click(await screen.findByRole('link', { name: 'Handovers' }));
    const table = await screen.findByRole('group', { name: 'Handovers' });
    const [, first, ...others] = within(table).getAllByRole('row');
    expect(others).toHaveLength(0);
    const ended = screen.getByRole('group', { name: 'Just ended' });
    expect(within(ended).getAllByRole('row')[1]?.textContent).toContain('Declined');
    for (const text of [
      'Robin',
      SAM.name,
      'Jo',
      'Asking the visitor',
      'about a minute left',
      '2 times',
      'the 3rd of their first 10',
    ])
      expect(first?.textContent).toContain(text);
    await opened.user.click(screen.getByRole('button', { name: 'Withdraw the handover from Sam' }));
    const dialog = await screen.findByRole('dialog');
    await opened.user.click(within(dialog).getByRole('button', { name: 'Withdraw' }));
    await waitFor(() => expect(opened.service.of('handover:withdraw')).toHaveLength(1));
  });

  it('[SAF3] a supervisor sees the safety answer beside a handover, of a conversation that runs or waits again', async () => {
    const safety = aSafety({ answer: 'not_safe_now' });
    const opened = await open({
      conversations: [aRunning({ safety })],
      waiting: [aWaiting({ conversationId: id(21), safety })],
      handovers: [summary({}), summary({ id: id(71), conversationId: id(21), kind: 'cold' })],
    });
    await opened.user.click(await screen.findByRole('link', { name: 'Handovers' }));
    const [, ...rows] = within(await screen.findByRole('group', { name: 'Handovers' })).getAllByRole('row');
    expect(rows.map((row) => within(row).queryAllByText('Not safe now').length)).toEqual([1, 1]);
  });

  it('a supervisor is told when no handover is under way', async () => {
    const opened = await open();
    await opened.user.click(await screen.findByRole('link', { name: 'Handovers' }));
    expect(await screen.findByText('No handover under way')).toBeInstanceOf(HTMLElement);
  });
});
