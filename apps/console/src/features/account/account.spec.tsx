import { screen, waitFor, within } from '@testing-library/react';
import type { Account } from '@warmline/contracts';
import type { Refusal } from '@warmline/vocabulary';
import type { ConsoleParts, HttpReply } from '../../shared/page/parts';
import { expectNoBarriers } from '../../testing/barriers';
import { id, KIT, START } from '../../testing/builders';
import { FakeService } from '../../testing/fake-service';
import { httpAnswer } from '../../testing/http-answer';
import { openConsole } from '../../testing/open-console';

const anAccount = (over: Partial<Account> = {}): Account => ({
  signInName: 'kit.lane',
  role: 'administrator',
  name: 'Kit',
  visitorName: null,
  factors: { isAsked: true, authenticator: { addedAt: START }, passkeys: [], recoveryCodesLeft: 8 },
  identityProvider: null,
  sessions: [
    { id: id(70), beganAt: START, usedAt: START, device: 'Work laptop', isThis: true },
    { id: id(71), beganAt: START, usedAt: START, device: null, isThis: false },
  ],
  ...over,
});

/** Answers what the test put there, and keeps what was asked. */
class AccountService extends FakeService {
  account = anAccount();
  refusal: Refusal | null = null;
  readonly sent: string[] = [];

  override get parts(): Pick<ConsoleParts, 'fetch' | 'makeWire'> {
    const usual = super.parts;
    return {
      ...usual,
      fetch: (path, request) => {
        if (path === '/api/session/renewal') {
          this.refusal = null;
          this.sent.push(`POST ${path} ${typeof request?.body === 'string' ? request.body : ''}`);
          return Promise.resolve(httpAnswer(200, this.session));
        }
        if (!path.startsWith('/api/account')) return usual.fetch(path, request);
        return Promise.resolve(this.#answer(path, request));
      },
    };
  }

  #factor(path: string): HttpReply {
    if (path === '/api/account/authenticator')
      return httpAnswer(200, { secret: 'ABCDEFGH', uri: 'otpauth://totp/kit' });
    return httpAnswer(200, { account: this.account, recoveryCodes: ['abcd-efgh-jkmn-pqrs'] });
  }

  #answer(path: string, request?: RequestInit): HttpReply {
    const method = request?.method ?? 'GET';
    if (method === 'GET') return httpAnswer(200, this.account);
    this.sent.push(`${method} ${path} ${typeof request?.body === 'string' ? request.body : ''}`.trim());
    if (this.refusal !== null) return httpAnswer(400, { refusal: this.refusal });
    if (path === '/api/account/provider') return httpAnswer(200, { address: 'https://login.example/ask' });
    return /authenticator|recovery/.test(path) ? this.#factor(path) : httpAnswer(200, this.account);
  }
}

const opened = async () => {
  const service = new AccountService();
  service.session = { staff: KIT };
  const page = { ...openConsole('/setup/account', service), service };
  await screen.findByRole('region', { name: 'Names' });
  return page;
};

describe('the page of the own account', () => {
  it('saves both names, and has no barriers', async () => {
    const { user, service } = await opened();
    await expectNoBarriers();
    await user.type(screen.getByLabelText('Name visitors see'), 'Ro\u200bbin');
    await user.click(screen.getByRole('button', { name: 'Save names' }));
    expect(await screen.findByText('Remove characters that cannot be seen.')).toBeInstanceOf(HTMLElement);
    await user.clear(screen.getByLabelText('Name visitors see'));
    await user.type(screen.getByLabelText('Name visitors see'), 'Robin');
    await user.click(screen.getByRole('button', { name: 'Save names' }));
    expect(await screen.findByText(/^Saved\. Visitors see/)).toBeInstanceOf(HTMLElement);
    expect(service.sent).toEqual(['POST /api/account/names {"name":"Kit","visitorName":"Robin"}']);
  });

  it('keeps what was typed when the server does not answer, and says so', async () => {
    const { user, service } = await opened();
    await user.clear(screen.getByLabelText('Your name'));
    await user.click(screen.getByRole('button', { name: 'Save names' }));
    expect(screen.getByText('Enter your name.')).toBeInstanceOf(HTMLElement);
    expect(service.sent).toEqual([]);
    await user.type(screen.getByLabelText('Your name'), 'Kim');
    service.refusal = 'unavailable';
    await user.click(screen.getByRole('button', { name: 'Save names' }));
    expect(await screen.findByText(/Nothing has changed/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByDisplayValue('Kim')).toBeInstanceOf(HTMLElement);
  });

  it('says beside each field what is wrong with a password, and clears both once it is changed', async () => {
    const { user, service } = await opened();
    const press = () => user.click(screen.getByRole('button', { name: 'Change password' }));
    await press();
    expect(screen.getByText('Enter your current password.')).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('Use at least 15 characters.')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByLabelText('Current password'));
    await user.paste('the old one');
    await user.click(screen.getByLabelText('New password'));
    await user.paste('seven grey herons at dawn');
    service.refusal = 'wrong_sign_in';
    await press();
    expect(await screen.findByText('That is not your current password.')).toBeInstanceOf(HTMLElement);
    service.refusal = null;
    await press();
    expect(await screen.findByText(/Your password is changed/)).toBeInstanceOf(HTMLElement);
    expect(screen.queryByDisplayValue('seven grey herons at dawn')).toBeNull();
  });

  it('ends one other session, or all of them, and says when there is none', async () => {
    const { user, service } = await opened();
    const card = screen.getByRole('region', { name: 'Where you are signed in' });
    expect(within(card).getByText('This one')).toBeInstanceOf(HTMLElement);
    await user.click(within(card).getByRole('button', { name: /^End the session on A device/ }));
    const endOthers = within(card).getByRole('button', { name: 'End all others' });
    await waitFor(() => expect(endOthers).toHaveProperty('disabled', false));
    service.account = anAccount({ sessions: anAccount().sessions.slice(0, 1) });
    await user.click(endOthers);
    expect(await within(card).findByText('You are signed in nowhere else.')).toBeInstanceOf(HTMLElement);
    expect(service.sent).toEqual([`DELETE /api/account/sessions/${id(71)}`, 'DELETE /api/account/sessions']);
  });

  it('[SEC3] asks for a fresh proof before a factor is changed, then goes on by itself', async () => {
    const { user, service } = await opened();
    const card = screen.getByRole('region', { name: 'Second factor' });
    expect(within(card).getByText(/8 recovery codes are left/)).toBeInstanceOf(HTMLElement);
    service.refusal = 'proof_old';
    await user.click(within(card).getByRole('button', { name: 'Make new recovery codes' }));
    const dialog = await screen.findByRole('dialog', { name: 'Prove that it is you' });
    await expectNoBarriers();
    await user.type(await within(dialog).findByLabelText('Code from your authenticator'), '123456{Enter}');
    expect(await screen.findByText('abcd-efgh-jkmn-pqrs')).toBeInstanceOf(HTMLElement);
    expect(service.sent).toEqual([
      'POST /api/account/recovery-codes {}',
      'POST /api/session/renewal {"by":"authenticator","code":"123456"}',
      'POST /api/account/recovery-codes {}',
    ]);
  });

  it('asks in the demo for the password alone, and says that no code is asked at sign-in', async () => {
    const service = new AccountService();
    service.session = { staff: KIT };
    service.account = anAccount({
      factors: { isAsked: false, authenticator: null, passkeys: [], recoveryCodesLeft: 0 },
    });
    service.refusal = 'proof_old';
    const { user } = openConsole('/setup/account', service);
    const card = await screen.findByRole('region', { name: 'Second factor' });
    expect(within(card).getByText(/This demo does not ask/)).toBeInstanceOf(HTMLElement);
    await user.click(within(card).getByRole('button', { name: 'Set up an authenticator' }));
    const dialog = await screen.findByRole('dialog', { name: 'Prove that it is you' });
    await user.type(await within(dialog).findByLabelText('Password'), 'the old one{Enter}');
    expect(await screen.findByRole('img', { name: 'QR code of your authenticator' })).toBeTruthy();
  });
});

describe('single sign-on of the own account', () => {
  it('is linked at the provider, and unlinked here', async () => {
    const service = new AccountService();
    service.account = anAccount({ identityProvider: { name: 'Example Workspace', isLinked: false } });
    service.session = { staff: KIT };
    const { user, left } = openConsole('/setup/account', service);
    await user.click(await screen.findByRole('button', { name: 'Link with Example Workspace' }));
    expect(left).toEqual(['https://login.example/ask']);
    expect(service.sent).toEqual(['POST /api/account/provider {"page":"setup/account"}']);
  });

  it('says that the account there is another person’s, once', async () => {
    history.replaceState(null, '', '/console/setup/account#provider=taken');
    const service = new AccountService();
    service.account = anAccount({ identityProvider: { name: 'Example Workspace', isLinked: true } });
    service.session = { staff: KIT };
    const { user } = openConsole('/setup/account', service);
    expect(await screen.findByText(/already opens another person’s account/)).toBeInstanceOf(HTMLElement);
    expect(location.hash).toBe('');
    expect(document.activeElement?.textContent).toContain('Sign in with Example Workspace');
    await user.click(screen.getByRole('button', { name: 'Stop linking' }));
    expect(service.sent).toEqual(['DELETE /api/account/provider']);
  });
});
