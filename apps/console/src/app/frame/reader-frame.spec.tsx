import { screen, within } from '@testing-library/react';
import type { Session } from '@warmline/contracts';
import { expectNoBarriers } from '../../testing/barriers';
import { ANA, id, START } from '../../testing/builders';
import { FakeService } from '../../testing/fake-service';
import { openConsole } from '../../testing/open-console';

const aPerson = (over: Partial<Session['staff']>): Session['staff'] => ({
  id: id(70),
  name: 'Lee',
  role: 'auditor',
  furtherRoles: [],
  ...over,
});

const openAs = (staff: Session['staff'], address = '/') => {
  const service = new FakeService();
  service.session = { staff };
  service.answers.set('history:list', () => ({ conversations: [], next: null, people: [] }));
  service.refusals.set('reviews:list', 'unavailable');
  return { ...openConsole(address, service), service };
};
const links = (): (string | null)[] =>
  within(screen.getByRole('navigation', { name: 'Views' }))
    .getAllByRole('link')
    .map(({ textContent }) => textContent);
/** History is whole once its filters offer the topics, which come by themselves after the list. */
const historyLoads = (): Promise<HTMLElement> => screen.findByText('Bereavement', { selector: 'option' });

describe('someone whose roles have no desk', () => {
  it.each([
    ['an auditor', 'History', aPerson({})],
    ['a safeguarding lead', 'History', aPerson({ role: 'safeguarding_lead' })],
    ['a trainer', 'Quality', aPerson({ role: 'trainer' })],
  ] as const)('%s begins on the page of their role, and asks for no desk', async (_, page, staff) => {
    const { service } = openAs(staff);
    expect(await screen.findByRole('heading', { level: 1, name: page })).toBeInstanceOf(HTMLElement);
    if (page === 'History') await historyLoads();
    expect(links()).toEqual(page === 'History' ? [page, 'Holds and erasures'] : [page]);
    expect([service.of('desk:open'), service.of('help:open')]).toEqual([[], []]);
    await expectNoBarriers();
  });

  it('with several roles has the pages of each', async () => {
    openAs(aPerson({ furtherRoles: ['trainer', 'administrator'] }));
    await screen.findByRole('heading', { level: 1, name: 'Quality' });
    expect(links()).toEqual(['Quality', 'History', 'Holds and erasures', 'Set up']);
  });

  it('is sent away from the pages of others', async () => {
    const { address } = openAs(aPerson({}), '/queue');
    await screen.findByRole('heading', { level: 1, name: 'History' });
    await historyLoads();
    expect(address()).toBe('/console/history');
  });
});

describe('someone who only administers', () => {
  const sign = async (openedAt: number | null) => {
    const service = new FakeService();
    const opening = { state: 'open', why: null, takes: 'everyone' };
    service.plain['/api/readiness'] = { now: START, openedAt, opening, lines: [], about: {} };
    const page = openConsole('/sign-in', service);
    await page.user.type(await screen.findByLabelText('Sign-in name'), 'kit');
    await page.user.type(screen.getByLabelText('Password'), 'right');
    await page.user.click(screen.getByRole('button', { name: 'Sign in' }));
    return page;
  };

  it('begins at what has to be so before visitors come, while the service was never open', async () => {
    const { address } = await sign(null);
    await screen.findByRole('heading', { level: 1, name: 'Ready to open' });
    expect(address()).toBe('/console/setup/ready');
  });

  it('begins at all of set-up once it is open, with every page and the name of the charity', async () => {
    const { address } = await sign(START);
    await screen.findByRole('heading', { level: 1, name: 'All of set up' });
    expect(address()).toBe('/console/setup');
    const access = screen.getByRole('region', { name: 'Accounts and roles' });
    expect(within(access).getByRole('link', { name: 'Who may do what' })).toBeInstanceOf(HTMLElement);
    expect(await screen.findByText('Harbour Line')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('This is a demo. No charity answers here.')).toBeInstanceOf(HTMLElement);
    await expectNoBarriers();
  });
});

describe('a supervisor who administers as well', () => {
  it('opens the set-up, and goes back to their own pages', async () => {
    const { user, address } = openAs({ ...ANA, furtherRoles: ['administrator'] }, '/setup/access');
    await user.click(await screen.findByRole('link', { name: 'Go to my pages' }));
    expect(address()).toBe('/console/now');
    await screen.findByRole('heading', { level: 1, name: 'Live view' });
  });
});
