import { act, screen, within } from '@testing-library/react';
import type { ToldUs } from '@warmline/contracts';
import { expectNoBarriers } from '../../testing/barriers';
import { focusReturns, openSignedIn } from '../../testing/open-console';

const bar = () => screen.findByRole('navigation', { name: 'Views' });

const NOTHING_TOLD: ToldUs = {
  inAll: { kept: 0, open: 0 },
  complaints: [],
  words: [],
  survey: { better: { part: null, of: 0 }, listened: { part: null, of: 0 }, response: { part: 0, of: 0 } },
};

describe('the pages on the bar', () => {
  it('has what an evening needs as links, and the rest in a menu', async () => {
    const { user } = await openSignedIn('supervisor', () => {});
    const links = within(await bar()).getAllByRole('link');
    expect(links.map(({ textContent }) => textContent)).toEqual([
      'Live view',
      'Queue',
      'People',
      'Handovers',
      'Today',
      'My desk',
    ]);
    await user.click(screen.getByRole('button', { name: 'More pages' }));
    const entries = (await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent);
    expect(entries).toEqual(['Quality', 'Told us', 'History', 'Holds and erasures']);
    await user.keyboard('{Escape}');
    await focusReturns('More pages');
  });

  it('opens a page of the menu by keyboard, and says then which one is open', async () => {
    const { user, address } = await openSignedIn('supervisor', (service) => {
      service.answers.set('complaint:list', () => NOTHING_TOLD);
    });
    await bar();
    act(() => screen.getByRole('button', { name: 'More pages' }).focus());
    await user.keyboard('{ArrowDown}');
    await screen.findByRole('menuitem', { name: 'Quality' });
    await user.keyboard('{ArrowDown}{Enter}');
    expect(address()).toContain('/told-us');
    const more = await screen.findByRole('button', { name: 'Told us, and more pages' });
    await screen.findByRole('heading', { level: 1, name: 'What people told us' });
    await focusReturns('Told us, and more pages');
    await user.click(more);
    const here = await screen.findByRole('menuitemradio', { name: 'Told us' });
    expect(here.getAttribute('aria-checked')).toBe('true');
    await user.keyboard('{Escape}');
    await focusReturns('Told us, and more pages');
    await expectNoBarriers(await bar());
  });

  it('has every page in one menu on a narrow screen, called like the page that is open', async () => {
    const list = { matches: true, addEventListener: () => {}, removeEventListener: () => {} };
    Object.assign(globalThis, { matchMedia: () => list });
    try {
      const { user } = await openSignedIn('supervisor', () => {});
      expect(within(await bar()).queryAllByRole('link')).toEqual([]);
      await user.click(screen.getByRole('button', { name: 'Live view, and more pages' }));
      const entries = (await screen.findAllByRole('menuitemradio')).map(({ textContent }) => textContent);
      expect(entries).toEqual([
        'Live view',
        'Queue',
        'People',
        'Handovers',
        'Today',
        'My desk',
        'Quality',
        'Told us',
        'History',
        'Holds and erasures',
      ]);
      await user.click(screen.getByRole('menuitemradio', { name: 'People' }));
      await screen.findByRole('button', { name: 'People, and more pages' });
      await screen.findByRole('heading', { level: 1, name: 'People' });
    } finally {
      Reflect.deleteProperty(globalThis, 'matchMedia');
    }
  });

  it('has no pages where someone has only their desk', async () => {
    await openSignedIn('responder', () => {});
    await screen.findByRole('main');
    expect(screen.queryByRole('navigation', { name: 'Views' })).toBeNull();
  });
});
