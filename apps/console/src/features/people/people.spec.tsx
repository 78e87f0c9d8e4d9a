import { screen, within } from '@testing-library/react';
import { expectNoBarriers } from '../../testing/barriers';
import { aLiveView, aPerson, id, MINUTE, START } from '../../testing/builders';
import { openSupervising } from '../../testing/open-console';

const DAY = 24 * 60 * MINUTE;
const sam = aPerson({
  id: id(1),
  name: 'Sam',
  open: 1,
  load: 1,
  shiftEndsAt: START + 75 * MINUTE,
  breakDueAt: START - MINUTE,
  obstacles: [{ reason: 'cool_down', until: START + 3 * MINUTE, lacks: null }],
  training: [
    { module: 'suicide_safety', state: 'amber', expiresAt: START + 20 * DAY },
    { module: 'data_protection', state: 'expired', expiresAt: START - DAY },
  ],
});

const open = () =>
  openSupervising('People', (service) => {
    service.board = aLiveView({ people: [sam, aPerson({ id: id(3), name: 'Jo', present: false })] });
  });

describe('the people view', () => {
  it('the people view says the status of each person, and why, in words', async () => {
    await open();
    const row = screen.getByRole('row', { name: /^Sam/ });
    for (const told of [
      /quiet time until/,
      /1 of 2/,
      /1 h 15 min left/,
      /due now/,
      /Suicide safety: 20 days left/,
      /Data protection: expired/,
    ])
      expect(row.textContent).toMatch(told);
    expect(screen.getByRole('row', { name: /^Jo/ }).textContent).toContain('Not connected');
    await expectNoBarriers(screen.getByRole('main'));
  });

  it('a supervisor sets capacity and starts a break in one press each', async () => {
    const { user, service } = await open();
    await user.click(screen.getByRole('button', { name: 'More for Sam' }));
    await user.click(await screen.findByRole('menuitem', { name: /^Up to 3/ }));
    expect(service.of('person:set_capacity')).toEqual([{ staffId: id(1), capacity: 3 }]);
    expect(await screen.findByText('Sam can now have up to 3.')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'More for Sam' }));
    await user.click(await screen.findByRole('menuitem', { name: /^Start a break for them/ }));
    expect(service.of('person:call_break')).toEqual([{ staffId: id(1) }]);
  });

  const HOURS = 60 * MINUTE;
  const openWith = (over: Partial<typeof sam>) =>
    openSupervising('People', (service) => {
      service.board = aLiveView({ people: [{ ...sam, ...over }] });
    });

  it('the people view shows who would like to talk, and a supervisor can mark it done', async () => {
    const { user, service } = await openWith({ contactWantedAt: START });
    expect(screen.getByRole('row', { name: /^Sam/ }).textContent).toContain('Would like to talk');
    await user.click(screen.getByRole('button', { name: 'More for Sam' }));
    await user.click(await screen.findByRole('menuitem', { name: /^We have talked/ }));
    expect(service.of('person:contacted')).toEqual([{ staffId: id(1) }]);
    expect(await screen.findByText('Saved: you have talked with Sam.')).toBeInstanceOf(HTMLElement);
  });

  it('the people view shows whose conversations a supervisor should read along with', async () => {
    await openWith({ toObserve: { reason: 'first_conversations', held: 3, of: 10, observed: 1 } });
    const row = screen.getByRole('row', { name: /^Sam/ });
    expect(row.textContent).toMatch(/First conversations: 3 of 10.*Read along with 1/);
    await expectNoBarriers(screen.getByRole('main'));
  });

  it('the people view shows which feedback on first conversations is missing, and whether it is late', async () => {
    await openWith({ firstFeedback: { missing: 2, number: 3, dueAt: START - 1 } });
    expect(screen.getByRole('row', { name: /^Sam/ }).textContent).toContain(
      'Feedback missing on 2 conversations: their 3rd is late',
    );
  });

  it('a supervisor can allow more hours only near the limit, with a reason', async () => {
    const week = { worked: 11 * HOURS, atMost: 12 * HOURS, allowed: null };
    const { user, service } = await openWith({ week });
    expect(screen.getByRole('row', { name: /^Sam/ }).textContent).toContain('This week: 11 h of 12 h');
    await user.click(screen.getByRole('button', { name: 'More for Sam' }));
    await user.click(await screen.findByRole('menuitem', { name: /^Allow more hours/ }));
    const dialog = within(await screen.findByRole('dialog'));
    const allow = dialog.getByRole('button', { name: 'Allow for one day' });
    await user.click(allow);
    expect(service.of('person:allow_hours')).toEqual([]);
    await user.click(dialog.getByRole('radio', { name: 'No one else can come' }));
    await user.click(allow);
    expect(service.of('person:allow_hours')).toEqual([{ staffId: id(1), reason: 'nobody_else' }]);
  });

  it('a supervisor ends a shift only after a warning', async () => {
    const { user, service } = await open();
    await user.click(screen.getByRole('button', { name: 'More for Sam' }));
    await user.click(await screen.findByRole('menuitem', { name: /^End their shift/ }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/They keep their current ones/)).toBeInstanceOf(HTMLElement);
    expect(service.of('person:close_shift')).toEqual([]);
    await user.click(dialog.getByRole('button', { name: 'End the shift' }));
    expect(service.of('person:close_shift')).toEqual([{ staffId: id(1) }]);
  });
});
