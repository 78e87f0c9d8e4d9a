import { cleanup, screen } from '@testing-library/react';
import { ANA, anItem, SAM } from '../../testing/builders';
import { FakeService } from '../../testing/fake-service';
import { openConsole, openSignedIn, type OpenConsole } from '../../testing/open-console';

const signIn = async ({ user }: OpenConsole, name: string, password: string): Promise<void> => {
  await user.clear(await screen.findByLabelText('Sign-in name'));
  await user.type(screen.getByLabelText('Sign-in name'), name);
  await user.clear(screen.getByLabelText('Password'));
  await user.type(screen.getByLabelText('Password'), `${password}{Enter}`);
};

describe('signing in', () => {
  it('names what is missing and goes to the first of it', async () => {
    const { user } = openConsole('/');
    await user.click(await screen.findByRole('button', { name: 'Sign in' }));
    expect(screen.getByText('Enter your sign-in name.')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('Enter your password.')).toBeInstanceOf(HTMLElement);
    expect(document.activeElement).toBe(screen.getByLabelText('Sign-in name'));
  });

  it('does not say which of the two was wrong', async () => {
    const opened = openConsole('/sign-in');
    await signIn(opened, 'nobody', 'right');
    const nobody = (await screen.findByText(/isn’t right/)).textContent;
    await signIn(opened, 'sam', 'wrong');
    expect((await screen.findByText(/isn’t right/)).textContent).toBe(nobody);
  });

  it('tries again by itself while many people are signing in, and says so', async () => {
    const opened = openConsole('/sign-in');
    opened.service.busyFor = 2;
    await signIn(opened, 'sam', 'right');
    expect(await screen.findByText(/Many people are signing in/)).toBeInstanceOf(HTMLElement);
    await opened.pass(2_000);
    await opened.pass(4_000);
    expect(await screen.findByRole('heading', { name: 'Mine' })).toBeInstanceOf(HTMLElement);
  });

  it('says that it is busy, and leaves trying to the person, when it stays so', async () => {
    const opened = openConsole('/sign-in');
    opened.service.busyFor = 5;
    await signIn(opened, 'sam', 'right');
    for (const wait of [2_000, 4_000, 8_000, 15_000]) await opened.pass(wait);
    expect(await screen.findByRole('button', { name: 'Sign in' })).toBeInstanceOf(HTMLElement);
    expect(screen.getByText(/Wait a moment, then try again/)).toBeInstanceOf(HTMLElement);
  });

  it('takes a responder to the desk', async () => {
    const opened = openConsole('/sign-in');
    await signIn(opened, 'sam', 'right');
    expect(await screen.findByRole('heading', { name: 'Mine' })).toBeInstanceOf(HTMLElement);
    expect(screen.queryByRole('link', { name: 'Live view' })).toBeNull();
  });

  it('takes a supervisor to the live view, with the desk one step away', async () => {
    const opened = openConsole('/sign-in');
    await signIn(opened, 'ana', 'right');
    expect(await screen.findByRole('heading', { name: 'Live view' })).toBeInstanceOf(HTMLElement);
    await opened.user.click(screen.getByRole('link', { name: 'My desk' }));
    expect(await screen.findByRole('heading', { name: 'Mine' })).toBeInstanceOf(HTMLElement);
  });

  it('keeps the live view from a responder', async () => {
    const service = new FakeService();
    service.session = { staff: SAM };
    openConsole('/now', service);
    expect(await screen.findByRole('heading', { name: 'Mine' })).toBeInstanceOf(HTMLElement);
    expect(service.of('live_view:open')).toEqual([]);
  });

  it('[PRV5] says why when the session ended, has what was being written in memory, and nothing in storage', async () => {
    const opened = await openSignedIn('responder', (service) => service.changeDesk({ caseload: [anItem()] }));
    await opened.user.type(await screen.findByLabelText('Write to Robin'), 'half a thought');
    expect(JSON.stringify({ ...sessionStorage })).toContain('half a thought');
    await opened.happens(() => {
      opened.service.session = null;
      opened.service.tell('session:ended', {});
    });
    expect(await screen.findByText(/your session ended/)).toBeInstanceOf(HTMLElement);
    expect(sessionStorage).toHaveLength(0);
    await signIn(opened, 'sam', 'right');
    expect(await screen.findByDisplayValue('half a thought')).toBe(screen.getByLabelText('Write to Robin'));
  });

  it('goes on where it was when its person signed in again in another tab of this browser', async () => {
    const opened = await openSignedIn('responder', (service) => service.changeDesk({ caseload: [anItem()] }));
    await opened.user.type(await screen.findByLabelText('Write to Robin'), 'half a thought');
    // The server closes this tab's connection, and does not know the new cookie yet when it comes back.
    await opened.happens(() => opened.service.goDown());
    await opened.pass(1_000);
    opened.service.comeBack();
    await opened.pass(5_000);
    expect(await screen.findByText('Connected')).toBeInstanceOf(HTMLElement);
    expect(screen.queryByLabelText('Password')).toBeNull();
    expect(screen.getByDisplayValue('half a thought')).toBe(screen.getByLabelText('Write to Robin'));
  });

  it('warns of who would be left before signing out', async () => {
    const { user, service } = await openSignedIn('responder', (prepared) =>
      prepared.changeDesk({ caseload: [anItem()] }),
    );
    await user.click(screen.getByRole('button', { name: 'Sam: menu' }));
    await user.click(await screen.findByRole('menuitem', { name: /Sign out/ }));
    expect(await screen.findByText(/still in a conversation with Robin/)).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Sign out' }));
    expect(await screen.findByText('You are signed out.')).toBeInstanceOf(HTMLElement);
    expect(service.session).toBeNull();
  });

  it('signing out without a connection says not yet, shows nothing, also after a reload, and ends once confirmed', async () => {
    const { user, service, pass } = await openSignedIn('responder', (prepared) =>
      prepared.changeDesk({ caseload: [anItem()] }),
    );
    await user.click(screen.getByRole('button', { name: 'Sam: menu' }));
    await user.click(await screen.findByRole('menuitem', { name: /Sign out/ }));
    service.isUnreachable = true;
    await user.click(await screen.findByRole('button', { name: 'Sign out' }));
    expect(await screen.findByText('You are not signed out yet')).toBeInstanceOf(HTMLElement);
    expect(screen.queryByText(/Robin/)).toBeNull();
    const kept = { 'signing-out.warmline': sessionStorage.getItem('signing-out.warmline') ?? '' };
    cleanup();
    openConsole('/', service, kept);
    expect(await screen.findByText('You are not signed out yet')).toBeInstanceOf(HTMLElement);
    expect(service.session).not.toBeNull();
    service.isUnreachable = false;
    await pass(4_000);
    expect(await screen.findByText('You are signed out.')).toBeInstanceOf(HTMLElement);
    expect(service.session).toBeNull();
  });

  it('stays at the desk when someone signed in goes back to the sign-in address', async () => {
    const service = new FakeService();
    service.session = { staff: SAM };
    openConsole('/sign-in', service);
    expect(await screen.findByRole('heading', { name: 'Mine' })).toBeInstanceOf(HTMLElement);
    expect(screen.queryByLabelText('Password')).toBeNull();
  });

  it('says when the browser blocks the cookie that keeps a person signed in', async () => {
    Object.defineProperty(navigator, 'cookieEnabled', { value: false, configurable: true });
    openConsole('/sign-in');
    expect(await screen.findByText(/blocks cookies/)).toBeInstanceOf(HTMLElement);
    Reflect.deleteProperty(navigator, 'cookieEnabled');
  });

  it('stops and says so when the browser became another person’s while the connection was broken', async () => {
    const opened = await openSignedIn('responder', (service) => service.changeDesk({ caseload: [anItem()] }));
    await opened.user.type(await screen.findByLabelText('Write to Robin'), 'half a thought');
    await opened.happens(() => opened.service.goDown());
    opened.service.session = { staff: ANA };
    opened.service.comeBack();
    await opened.pass(30_000);
    expect(await screen.findByText(/Someone else signed in on this browser/)).toBeInstanceOf(HTMLElement);
    expect(screen.queryByLabelText('Write to Robin')).toBeNull();
    expect(opened.service.of('message:send')).toEqual([]);
  });
});
