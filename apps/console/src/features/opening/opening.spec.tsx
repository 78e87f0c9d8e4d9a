import { screen, within } from '@testing-library/react';
import type { OpeningView } from '@warmline/contracts';
import { anOpeningView } from '../../testing/an-opening';
import { expectNoBarriers } from '../../testing/barriers';
import { START } from '../../testing/builders';
import { openSignedIn } from '../../testing/open-console';

const open = (opening: Partial<OpeningView> = {}) =>
  openSignedIn('supervisor', (service) => {
    service.opening = anOpeningView(opening);
  });
const panel = () => screen.findByRole('region', { name: 'Chat status' });

describe('the opening panel', () => {
  it.each<[string, Partial<OpeningView>, RegExp]>([
    ['open', {}, /^Chat status\s*Open\s*Change status.*Everyone who comes joins the queue/],
    [
      'closed',
      { state: 'closed', why: 'hours', takes: 'urgent' },
      /Closed, by the opening hours.*Only people/,
    ],
    [
      'nobody on',
      { state: 'closed', why: 'nobody_on', takes: 'nobody' },
      /because no one is on shift.*No one joins/,
    ],
    ['full', { state: 'at_capacity', why: 'long_wait', takes: 'urgent' }, /Full.*the wait is too long/],
    ['closing', { state: 'closing_soon', why: 'hours', takes: 'urgent' }, /Closing soon/],
    ['paused', { state: 'paused', why: 'person', takes: 'nobody' }, /Paused, set by a supervisor/],
  ])('the opening panel says that the service is %s, and who can join', async (_, opening, said) => {
    await open(opening);
    expect((await panel()).textContent).toMatch(said);
  });

  it('the chat status changes only once a status and a reason are chosen', async () => {
    const { user, service } = await open();
    await user.click(within(await panel()).getByRole('button', { name: 'Change status' }));
    const dialog = await screen.findByRole('dialog');
    const confirm = within(dialog).getByRole('button', { name: 'Change status' });
    await user.click(confirm);
    expect(dialog.textContent).toContain('Choose a status and a reason.');
    await user.click(within(dialog).getByRole('radio', { name: /^Pause/ }));
    await user.click(confirm);
    expect(service.of('opening:set')).toEqual([]);
    await user.click(within(dialog).getByRole('radio', { name: 'Something is not working' }));
    await user.click(confirm);
    expect(service.of('opening:set')).toEqual([{ setting: 'paused', reason: 'incident' }]);
  });

  const suggestion = { kind: 'close_to_standard', since: START, actsAt: START + 5 * 60_000 } as const;

  it('[RTE7] the panel asks before closing to standard visitors, and says when it is automatic', async () => {
    const { user, service, pass } = await open({ suggestion });
    const region = await panel();
    expect(region.textContent).toContain('closes to standard visitors in about 5 minutes');
    await pass(4.5 * 60_000);
    expect(region.textContent).toContain('closes to standard visitors in about a minute');
    await user.click(within(region).getByRole('button', { name: 'Keep open' }));
    expect(service.of('opening:keep_open')).toHaveLength(1);
    await user.click(within(region).getByRole('button', { name: 'Close to standard visitors now' }));
    expect(service.of('opening:set')).toEqual([{ setting: 'at_capacity', reason: 'long_wait' }]);
  });

  it('the panel suggests opening again, and waits for a person if a person closed it', async () => {
    const { user, service } = await open({
      state: 'at_capacity',
      why: 'person',
      takes: 'urgent',
      suggestion: { ...suggestion, kind: 'reopen', actsAt: null },
    });
    const region = await panel();
    expect(region.textContent).toContain('Decide when you are ready.');
    expect(within(region).queryByRole('button', { name: 'Keep open' })).toBeNull();
    await user.click(within(region).getByRole('button', { name: 'Reopen now' }));
    expect(service.of('opening:set')).toEqual([{ setting: 'open', reason: 'back_to_normal' }]);
  });

  it('[RTE7] an alarm is shown while visitors wait and no one is on shift', async () => {
    const { service, happens, user } = await open();
    await panel();
    expect(screen.queryByRole('alert')).toBeNull();
    const left = { count: 2, since: START };
    await happens(() =>
      service.tell('opening:changed', anOpeningView({ now: START + 1, leftWaiting: left })),
    );
    expect(screen.getByRole('alert').textContent).toMatch(/^2 visitors are waiting and no one is on shift/);
    // Wherever they go, and one press away from what can be done about it.
    await user.click(screen.getByRole('link', { name: 'Go to the queue' }));
    expect(await screen.findByRole('heading', { name: 'Queue' })).toBeInstanceOf(HTMLElement);
    expect(screen.getByRole('alert')).toBeInstanceOf(HTMLElement);
    await expectNoBarriers(
      screen.getByRole('region', { name: 'Visitors are waiting and no one can answer' }),
    );
    await happens(() => service.tell('opening:changed', anOpeningView({ now: START + 2 })));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('the panel says when visitors are told to expect space', async () => {
    await open({ state: 'at_capacity', why: 'long_wait', takes: 'urgent', spaceAt: START });
    expect((await panel()).textContent).toMatch(/told to expect space around \d+:\d\d/);
  });

  it('the panel shows a change made elsewhere', async () => {
    const { service, happens } = await open();
    await panel();
    await happens(() =>
      service.tell(
        'opening:changed',
        anOpeningView({ now: START + 1, state: 'closed', why: 'person', takes: 'urgent' }),
      ),
    );
    expect((await panel()).textContent).toContain('Closed, set by a supervisor');
  });
});
