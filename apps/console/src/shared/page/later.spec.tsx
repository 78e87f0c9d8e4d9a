import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import '../../testing/browser-gaps';
import { laterDialog, laterPage } from './later';

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

describe('a part of the console that is loaded on its own', () => {
  it('shows what is coming, and then the part', async () => {
    const Today = laterPage(async () => Page);
    render(<Today name="Today" />);
    expect(screen.getByText('Loading…')).toBeInstanceOf(HTMLElement);
    expect(await screen.findByRole('heading', { name: 'Today' })).toBeInstanceOf(HTMLElement);
  });

  it('says that it could not be loaded, and tries again when asked', async () => {
    const Today = laterPage(failing(2));
    render(<Today name="Today" />);
    const again = await screen.findByRole('button', { name: 'Try again' });
    expect(screen.getByRole('alert').textContent).toMatch(/could not be loaded/);
    expect(screen.getByRole('button', { name: 'Reload the page' })).toBeInstanceOf(HTMLElement);
    await userEvent.click(again);
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'Today' })).toBeInstanceOf(HTMLElement);
  });

  it('is there at once when it was loaded before', async () => {
    const Today = laterPage(async () => Page);
    await Today.preload();
    render(<Today name="Today" />);
    expect(screen.getByRole('heading', { name: 'Today' })).toBeInstanceOf(HTMLElement);
  });

  it('keeps quiet about a loading that failed until it is shown', async () => {
    const Today = laterPage(failing(1));
    await expect(Today.preload()).resolves.toBeUndefined();
    render(<Today name="Today" />);
    expect(await screen.findByRole('heading', { name: 'Today' })).toBeInstanceOf(HTMLElement);
  });

  it('lets a dialog that cannot be loaded be closed', async () => {
    let closed = 0;
    const List = laterDialog<{ readonly name: string; readonly onClose: () => void }>(failing(1));
    render(<List name="Shortcuts" onClose={() => (closed += 1)} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Close' }));
    expect(closed).toBe(1);
  });
});
