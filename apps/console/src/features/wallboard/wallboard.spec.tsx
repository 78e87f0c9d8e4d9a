import { screen, within } from '@testing-library/react';
import { aWallboard } from '../../testing/a-wallboard';
import { expectNoBarriers } from '../../testing/barriers';
import { aLiveView, aRunning, MINUTE, START } from '../../testing/builders';
import { openSupervising } from '../../testing/open-console';

const open = (over: Parameters<typeof aWallboard>[0] = {}) =>
  openSupervising('Today', (service) => {
    service.wallboard = aWallboard(over);
    service.board = aLiveView({ conversations: [aRunning()] });
  });

const tile = async (title: string): Promise<HTMLElement> => {
  const heading = await screen.findByRole('heading', { name: new RegExp(`^${title}`) });
  const found = heading.closest('li');
  if (found === null) throw new Error(`${title} is in no tile`);
  return found;
};

describe('the wallboard', () => {
  it('the wallboard shows eight figures, each explained and accessible', async () => {
    await open();
    const board = await screen.findByRole('region', { name: 'The last 4 hours' });
    expect(within(board).getAllByRole('heading', { level: 3 })).toHaveLength(8);
    expect(within(board).getAllByRole('button', { name: /^What “.*” means$/ })).toHaveLength(8);
    await expectNoBarriers(board);
  });

  it('the wallboard shows the answer and reach rates, and says what is below target', async () => {
    await open();
    const answered = await tile('Answer rate');
    expect(answered.textContent).toContain('83 %');
    expect(answered.textContent).toContain('Reach rate 63 % (33 of 52)');
    expect(answered.textContent).toContain('below target');
    expect(answered.textContent).toContain('target: at least 90 %');
  });

  it('the wallboard shows no split of a few people, and no unmeasured figure', async () => {
    await open();
    expect((await tile('Service level')).textContent).toContain('Answer first: too few to show (2)');
    expect((await tile('Wait estimate kept')).textContent).toContain('not measured yet');
  });

  it('the wallboard says how soon supervisors come, by urgency, and that someone waits', async () => {
    await open();
    const { textContent: text } = await tile('Help calls');
    expect(text).toContain('Urgent: too few to show (3)');
    expect(text).toContain('Normal: 9 in 10 within 4 min');
    expect(text).toContain('target: at most 3 min');
    expect(text).toContain('1 not answered for 1 min');
  });

  it('the wallboard shows a few contacts as a count and judges them by no target', async () => {
    await open({ answerRate: { part: 1, of: 1, least: 0.9, most: null } });
    const answered = await tile('Answer rate');
    expect(answered.querySelector('.tile__value')?.textContent).toBe('1 of 1');
    expect(answered.textContent).not.toMatch(/100 %|on target/);
  });

  it('the wallboard judges no rate when there were no visitors', async () => {
    const nobody = { part: 0, of: 0, least: 0.9, most: null };
    await open({ answerRate: nobody });
    const answered = await tile('Answer rate');
    expect(answered.textContent).toContain('nothing yet');
    expect(answered.textContent).not.toMatch(/(below|above) target/);
  });

  it('the wallboard counts up the longest wait, and gets every change by push', async () => {
    const { pass, happens, service } = await open();
    expect((await tile('Longest wait now')).textContent).toContain('24 min');
    await pass(2 * MINUTE);
    expect((await tile('Longest wait now')).textContent).toContain('26 min');
    await happens(() =>
      service.tell(
        'wallboard:changed',
        aWallboard({
          now: START + 3 * MINUTE,
          waiting: aWallboard().waiting.map((band) => ({ ...band, waiting: 0, longestSince: null })),
        }),
      ),
    );
    expect((await tile('Waiting now')).querySelector('.tile__value')?.textContent).toBe('0');
    expect(service.of('wallboard:open')).toHaveLength(1);
  });

  it('a press explains a figure, and Esc closes the explanation', async () => {
    const { user } = await open();
    const ask = await screen.findByRole('button', { name: 'What “Occupancy” means' });
    await user.click(ask);
    expect(ask.closest('.ui-term--shown')).not.toBeNull();
    await user.keyboard('{Escape}');
    expect(ask.closest('.ui-term--shown')).toBeNull();
  });

  it('the wallboard repeats the figures and the charts as tables', async () => {
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: /^All figures as a table/ }));
    const figures = within(await screen.findByRole('group', { name: 'The last 4 hours' }));
    expect(figures.getAllByRole('row')).toHaveLength(13);
    expect(figures.getByRole('row', { name: /^Reply gap/ }).textContent).toContain('9 in 10 within 5 min');
    expect(figures.getByRole('row', { name: /^Conversations at once/ }).textContent).toContain('1.4');
    expect(figures.getByRole('row', { name: /^Handed over/ }).textContent).toContain('5 of 33');
    expect(figures.getByRole('row', { name: /^Breaks kept/ }).textContent).toContain('not measured yet');
    const steps = within(screen.getByRole('group', { name: 'The last hours as a table' }));
    expect(steps.getAllByRole('row')[1]?.textContent).toMatch(/5.*24 min.*4.*2.*0/);
  });

  it('the big screen names nobody', async () => {
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Show on a big screen' }));
    const main = screen.getByRole('main');
    expect(main.textContent).not.toMatch(/Robin|Sam/);
    expect(within(main).getAllByRole('heading', { level: 3 })).toHaveLength(8);
  });
});

describe('without figures', () => {
  it('a wallboard without figures says so, and can be retried', async () => {
    const { user, service } = await openSupervising('Today', (fake) => {
      fake.refusals.set('wallboard:open', 'unavailable');
    });
    expect(await screen.findByText('We could not load the figures. Try again.')).toBeInstanceOf(HTMLElement);
    service.refusals.clear();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('region', { name: 'The last 4 hours' })).toBeInstanceOf(HTMLElement);
  });

  it('the wallboard says how old its figures are while offline, and reloads on reconnecting', async () => {
    const { service, happens, pass } = await open();
    await screen.findByRole('region', { name: 'The last 4 hours' });
    await happens(() => service.goDown());
    expect(screen.getByText(/As of/)).toBeInstanceOf(HTMLElement);
    service.comeBack();
    await pass(20_000);
    expect(service.of('wallboard:open').length).toBeGreaterThan(1);
    expect(screen.queryByText(/As of/)).toBeNull();
  });
});
