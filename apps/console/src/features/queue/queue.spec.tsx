import { screen, within } from '@testing-library/react';
import { expectNoBarriers } from '../../testing/barriers';
import { aLiveView, aPerson, aWaiting, id, MINUTE, START } from '../../testing/builders';
import { openSupervising } from '../../testing/open-console';

const waiting = (number: number, minutes: number, over: Parameters<typeof aWaiting>[0] = {}) =>
  aWaiting({
    conversationId: id(number),
    enteredAt: START - minutes * MINUTE,
    waitingSince: START - minutes * MINUTE,
    ...over,
  });

const full = { reason: 'at_capacity', people: 2 } as const;
const resting = { reason: 'on_break', people: 1 } as const;
const onBreak = { reason: 'on_break', until: null, lacks: null } as const;

const open = (rows: Parameters<typeof aLiveView>[0]) =>
  openSupervising('Queue', (service) => {
    service.board = aLiveView(rows);
  });

const rows = () =>
  within(screen.getByRole('group', { name: 'Waiting' }))
    .getAllByRole('row')
    .slice(1);

describe('the queue', () => {
  it('[RTE1] the queue shows visitors in the order the server answers them in', async () => {
    await open({
      waiting: [waiting(3, 1, { band: 1 }), waiting(2, 2, { band: 2 }), waiting(4, 22), waiting(1, 9)],
    });
    expect(rows().map((row) => row.textContent?.match(/\d+ min/)?.[0])).toEqual([
      '1 min',
      '2 min',
      '22 min',
      '9 min',
    ]);
  });

  it('the queue says why nobody is asked, with a count for each reason', async () => {
    await open({ waiting: [waiting(1, 12, { whyNobody: [full, resting] })] });
    expect(rows()[0]?.textContent).toContain('2 at capacity · 1 on a break');
    expect(rows()[0]?.textContent).toContain('past the target');
    await expectNoBarriers(screen.getByRole('main'));
  });

  it('a supervisor promotes in one press, and lowers only with a reason', async () => {
    const { user, service } = await open({ waiting: [waiting(1, 2, { band: 2 })] });
    await user.click(screen.getByRole('button', { name: /^More for / }));
    await user.click(await screen.findByRole('menuitem', { name: 'Change to: Answer first' }));
    expect(service.of('band:set')).toEqual([{ conversationId: id(1), band: 1, reason: null }]);
    await user.click(screen.getByRole('button', { name: /^More for / }));
    await user.click(await screen.findByRole('menuitem', { name: 'Change to: Standard' }));
    await user.click(await screen.findByRole('button', { name: 'Change' }));
    expect(await screen.findByText('Choose a reason.')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('radio', { name: 'it was set by mistake' }));
    await user.click(screen.getByRole('button', { name: 'Change' }));
    expect(service.of('band:set')[1]).toEqual({ conversationId: id(1), band: 3, reason: 'set_by_mistake' });
  });

  it('[SEC5] a supervisor lifts a hold that is wrong in one press, and only where there is one', async () => {
    const { user, service } = await open({
      waiting: [
        waiting(1, 3, { band: 1, hold: 'unproven' }),
        waiting(2, 2, { band: 1 }),
        waiting(3, 1, { hold: 'set_aside' }),
      ],
    });
    const entries = async (row: number): Promise<HTMLElement[]> => {
      await user.click(within(rows()[row] as HTMLElement).getByRole('button', { name: /^More for / }));
      return screen.findAllByRole('menuitem');
    };
    for (const row of [1, 2]) {
      expect((await entries(row)).map((entry) => entry.textContent)).not.toContainEqual(
        expect.stringContaining('Answer first now'),
      );
      await user.keyboard('{Escape}');
    }
    await entries(0);
    await user.click(screen.getByRole('menuitem', { name: 'Answer first now' }));
    expect(service.of('band:set')).toEqual([{ conversationId: id(1), band: 1, reason: null }]);
  });

  it('the queue shows who lowered a visitor, and why', async () => {
    await open({ waiting: [waiting(1, 2, { lowered: { by: 'Jo', reason: 'said_otherwise' } })] });
    expect(rows()[0]?.textContent).toContain('Moved later by Jo: they said since that they are safer');
  });

  it('[SEC5] the queue says why someone in danger does not have the first rank yet, and what changes it', async () => {
    await open({
      waiting: [
        waiting(1, 2, { band: 1, hold: 'silent' }),
        waiting(2, 7, { band: 1, hold: 'silent' }),
        waiting(3, 1, { band: 1, hold: 'unproven' }),
        waiting(4, 0, { band: 1, hold: 'unseen' }),
        waiting(5, 1, { band: 1 }),
      ],
    });
    const [silent, long, unproven, unseen, none] = rows().map((row) => row.textContent ?? '');
    const first = 'People in danger who came up to 5 min after them and wrote go first.';
    expect([silent, long].every((text) => text?.includes(first))).toBe(true);
    expect(unproven).toContain('Until it has, they wait like “answer soon”, even if they write.');
    expect(unseen).toContain('Waits like “standard” until one of these changes');
    expect(none).not.toMatch(/Has not written|rush/);
  });

  it('[RTE2] a supervisor asks a person by name, and sees why that person cannot be asked', async () => {
    const { user, service } = await open({
      waiting: [waiting(1, 2)],
      people: [aPerson({ id: id(3), name: 'Jo', obstacles: [onBreak] })],
    });
    service.assigned = { isAsked: false, obstacles: [onBreak] };
    await user.click(screen.getByRole('button', { name: /^More for / }));
    await user.click(await screen.findByRole('menuitem', { name: /^Ask someone by name/ }));
    await user.click(await screen.findByRole('radio', { name: /^Jo/ }));
    await user.click(screen.getByRole('button', { name: 'Ask' }));
    expect(await screen.findByText('Jo cannot be asked right now: on a break.')).toBeInstanceOf(HTMLElement);
    service.assigned = { isAsked: true, obstacles: [] };
    await user.click(screen.getByRole('button', { name: 'Ask' }));
    expect(await screen.findByText('Jo is being asked.')).toBeInstanceOf(HTMLElement);
  });

  it('the queue warns of a band 1 visitor no one can take, and a supervisor takes them', async () => {
    const { user, service } = await open({ waiting: [waiting(1, 1, { band: 1, calledAt: START })] });
    expect(screen.getByText(/Someone in danger is waiting and no one can take them/)).toBeInstanceOf(
      HTMLElement,
    );
    await user.click(screen.getByRole('button', { name: 'Take this conversation' }));
    expect(service.of('queue:take')).toEqual([{ who: 'answer_first' }]);
    expect(await screen.findByRole('heading', { name: 'Mine' })).toBeInstanceOf(HTMLElement);
  });

  it('a supervisor sends waiting visitors an approved message, and sees how many got it', async () => {
    const { user, service } = await open({ waiting: [waiting(1, 2)] });
    await user.click(screen.getByRole('button', { name: 'Tell everyone waiting' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.queryByRole('textbox')).toBeNull();
    await user.click(dialog.getByRole('radio', { name: /^You are not forgotten/ }));
    await user.click(dialog.getByRole('button', { name: 'Tell everyone waiting' }));
    expect(service.of('waiting:tell')).toEqual([{ notice: 'told_still_here' }]);
    expect(await screen.findByText('3 people were told.')).toBeInstanceOf(HTMLElement);
  });
});
