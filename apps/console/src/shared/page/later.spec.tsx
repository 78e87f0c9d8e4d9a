import { render, renderHook, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import '../../testing/browser-gaps';
import { FakeService } from '../../testing/fake-service';
import { laterDialog, laterPage, useEveryPart } from './later';
import { PartsProvider } from './parts';

const Page = ({ name }: { readonly name: string }) => <h1>{name}</h1>;

/** Fails as often as asked, as a network that is gone does. */
const failing = (times: number) => {
  let left = times;
  return async () => {
    left -= 1;
    if (left >= 0) throw new TypeError('Failed to fetch dynamically imported module');
    return Page;
  };
};

/** Shows an element in a page that counts how often it was loaded again. */
const show = (element: ReactElement, isUnreachable = false) => {
  const service = new FakeService();
  service.isUnreachable = isUnreachable;
  const page = { reloads: 0 };
  const parts = {
    ...service.parts,
    clock: service.clock,
    random: () => 0.5,
    wakeUps: () => () => {},
    tabStorage: sessionStorage,
    leaveFor: () => {},
    reload: () => {
      page.reloads += 1;
    },
  };
  render(<PartsProvider value={parts}>{element}</PartsProvider>);
  return page;
};

const pressAgain = async (): Promise<void> =>
  userEvent.click(await screen.findByRole('button', { name: 'Try again' }));

describe('a part of the console that is loaded on its own', () => {
  it('shows what is coming, and then the part', async () => {
    const Today = laterPage(async () => Page);
    show(<Today name="Today" />);
    expect(screen.getByText('Loading…')).toBeInstanceOf(HTMLElement);
    expect(await screen.findByRole('heading', { name: 'Today' })).toBeInstanceOf(HTMLElement);
  });

  it('says that it could not be loaded, and tries again when asked', async () => {
    const Today = laterPage(failing(1));
    const page = show(<Today name="Today" />);
    expect((await screen.findByRole('alert')).textContent).toMatch(/could not be loaded/);
    await pressAgain();
    expect(await screen.findByRole('heading', { name: 'Today' })).toBeInstanceOf(HTMLElement);
    expect(page.reloads).toBe(0);
  });

  it('loads the page again where the server answers but the part is gone', async () => {
    const Today = laterPage(failing(2));
    const page = show(<Today name="Today" />);
    await pressAgain();
    expect(await screen.findByRole('alert')).toBeInstanceOf(HTMLElement);
    expect(page.reloads).toBe(1);
  });

  it('keeps the page while there is no network, and can try once more', async () => {
    const Today = laterPage(failing(2));
    const page = show(<Today name="Today" />, true);
    await pressAgain();
    expect(page.reloads).toBe(0);
    await pressAgain();
    expect(await screen.findByRole('heading', { name: 'Today' })).toBeInstanceOf(HTMLElement);
  });

  it('is there at once when it was loaded before', async () => {
    const Today = laterPage(async () => Page);
    await Today.preload();
    show(<Today name="Today" />);
    expect(screen.getByRole('heading', { name: 'Today' })).toBeInstanceOf(HTMLElement);
  });

  it('is loaded before it is shown, once it may be needed without a network', () => {
    const loads: string[] = [];
    laterPage(async () => {
      loads.push('Today');
      return Page;
    });
    const { rerender } = renderHook(({ isNeeded }) => useEveryPart(isNeeded), {
      initialProps: { isNeeded: false },
    });
    expect(loads).toEqual([]);
    rerender({ isNeeded: true });
    expect(loads).toEqual(['Today']);
  });

  it('keeps quiet about a loading that failed until it is shown', async () => {
    const Today = laterPage(failing(1));
    await expect(Today.preload()).resolves.toBeUndefined();
    show(<Today name="Today" />);
    expect(await screen.findByRole('heading', { name: 'Today' })).toBeInstanceOf(HTMLElement);
  });

  it('lets a dialog that cannot be loaded be closed', async () => {
    let closed = 0;
    const List = laterDialog<{ readonly name: string; readonly onClose: () => void }>(failing(1));
    show(<List name="Shortcuts" onClose={() => (closed += 1)} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Close' }));
    expect(closed).toBe(1);
  });
});
