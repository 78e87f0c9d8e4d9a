import { screen } from '@testing-library/react';
import { forgetSetupToken } from '../../shared/session/setup-token';
import { KIT } from '../../testing/builders';
import { FakeService } from '../../testing/fake-service';
import { openConsole, type OpenConsole } from '../../testing/open-console';

const TOKEN = 'T'.repeat(43);
const GOOD = 'seven grey herons at dawn';

afterEach(() => forgetSetupToken());

const openLink = (service = new FakeService()): OpenConsole => openConsole(`/#setup=${TOKEN}`, service);

const fillIn = async ({ user }: OpenConsole, password = GOOD): Promise<void> => {
  await user.type(await screen.findByLabelText('Your name'), 'Kit');
  await user.type(screen.getByLabelText('Sign-in name'), 'Kit.Lane');
  await user.click(screen.getByLabelText('Password'));
  await user.paste(password);
  await user.click(screen.getByRole('button', { name: 'Create account' }));
};

describe('the screen of a set-up link', () => {
  it('[ACC1] takes the secret off the address at once and keeps it out of the storage', async () => {
    const opened = openLink();
    await screen.findByRole('heading', { name: 'Set up Warmline' });
    expect(opened.address()).toBe('/console/set-up');
    expect(JSON.stringify([{ ...sessionStorage }, { ...localStorage }])).not.toContain(TOKEN);
  });

  it('makes the account, says so, and goes on to the lists', async () => {
    const opened = openLink();
    opened.service.setUpAnswer = { staff: KIT };
    await fillIn(opened);
    expect(await screen.findByRole('heading', { name: 'Your account is ready' })).toBeInstanceOf(HTMLElement);
    expect(opened.service.setUps).toEqual([
      { token: TOKEN, name: 'Kit', signInName: 'kit.lane', password: GOOD },
    ]);
  });

  it('names what is wrong beside each field, and goes to the first', async () => {
    const { user, service } = openLink();
    await user.click(await screen.findByRole('button', { name: 'Create account' }));
    expect(screen.getByText('Enter your name.')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText(/Enter a sign-in name/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('Use at least 15 characters.')).toBeInstanceOf(HTMLElement);
    expect(document.activeElement).toBe(screen.getByLabelText('Your name'));
    expect(service.setUps).toEqual([]);
  });

  it('shows a pasted password when asked', async () => {
    const { user } = openLink();
    const field = await screen.findByLabelText('Password');
    expect(field.getAttribute('type')).toBe('password');
    await user.click(screen.getByRole('button', { name: 'Show password' }));
    expect(field.getAttribute('type')).toBe('text');
  });

  it('says when the link is over, and how to get another', async () => {
    const opened = openLink();
    opened.service.setUpAnswer = 'link_over';
    await fillIn(opened);
    expect(await screen.findByRole('heading', { name: 'This link no longer works' })).toBeInstanceOf(
      HTMLElement,
    );
    await opened.user.click(screen.getByRole('button', { name: 'Go to sign in' }));
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInstanceOf(HTMLElement);
  });

  it('keeps what was typed while the service cannot be reached', async () => {
    const opened = openLink();
    opened.service.isUnreachable = true;
    await fillIn(opened);
    expect(await screen.findByText(/cannot reach the service/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByDisplayValue(GOOD)).toBe(screen.getByLabelText('Password'));
  });

  it('asks for the link again after a reload', async () => {
    openConsole('/set-up');
    expect(await screen.findByRole('heading', { name: 'Open the link again' })).toBeInstanceOf(HTMLElement);
  });
});
