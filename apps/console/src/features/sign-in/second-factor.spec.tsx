import { screen } from '@testing-library/react';
import type { HalfSession } from '@warmline/contracts';
import type { Refusal } from '@warmline/vocabulary';
import type { ConsoleParts, HttpReply } from '../../shared/page/parts';
import { expectNoBarriers } from '../../testing/barriers';
import { SAM } from '../../testing/builders';
import { FakeService } from '../../testing/fake-service';
import { httpAnswer } from '../../testing/http-answer';
import { openConsole } from '../../testing/open-console';

const CODES = ['abcd-efgh-jkmn-pqrs', 'bbcd-efgh-jkmn-pqrs'];
const SECRET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Gives half a session for any password, and the whole one for the code that the test put there. */
class HalfService extends FakeService {
  next: HalfSession['next'] = 'prove';
  refusal: Refusal | null = null;
  readonly sent: string[] = [];

  override get parts(): Pick<ConsoleParts, 'fetch' | 'makeWire'> {
    const usual = super.parts;
    return {
      ...usual,
      fetch: (path, request) =>
        path.startsWith('/api/session') && request?.method === 'POST'
          ? Promise.resolve(this.#answer(path, typeof request.body === 'string' ? request.body : ''))
          : usual.fetch(path, request),
    };
  }

  #answer(path: string, body: string): HttpReply {
    if (path === '/api/session') return httpAnswer(200, { next: this.next });
    this.sent.push(`${path} ${body}`);
    if (path === '/api/session/authenticator')
      return httpAnswer(200, { secret: SECRET, uri: `otpauth://totp/Harbour:sam?secret=${SECRET}` });
    if (this.refusal !== null) return httpAnswer(401, { refusal: this.refusal });
    this.session = { staff: SAM };
    return httpAnswer(
      200,
      path.endsWith('confirm') ? { session: this.session, recoveryCodes: CODES } : this.session,
    );
  }
}

const afterPassword = async (next: HalfSession['next']) => {
  const service = new HalfService();
  service.next = next;
  const opened = { ...openConsole('/sign-in', service), service };
  await opened.user.type(await screen.findByLabelText('Sign-in name'), 'sam');
  await opened.user.type(screen.getByLabelText('Password'), 'right{Enter}');
  return opened;
};

describe('the second factor at sign-in', () => {
  it('[SEC3] is asked after the password, with words for a code that is not right', async () => {
    const { user, service } = await afterPassword('prove');
    const field = await screen.findByLabelText('Code from your authenticator');
    expect(document.activeElement).toBe(field);
    expect(field.getAttribute('autocomplete')).toBe('one-time-code');
    await expectNoBarriers();
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(screen.getByText('Enter the code.')).toBeInstanceOf(HTMLElement);
    service.refusal = 'wrong_code';
    await user.type(field, '123456{Enter}');
    expect(await screen.findByText(/set your phone’s clock to automatic/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByDisplayValue('123456')).toBe(field);
    service.refusal = null;
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { name: 'Mine' })).toBeInstanceOf(HTMLElement);
    expect(service.sent.at(-1)).toBe('/api/session/proof {"by":"authenticator","code":"123456"}');
  });

  it('[SEC3] takes a recovery code instead', async () => {
    const { user, service } = await afterPassword('prove');
    await user.click(await screen.findByRole('button', { name: 'Use a recovery code instead' }));
    await user.type(screen.getByLabelText('Recovery code'), `${CODES[0] ?? ''}{Enter}`);
    expect(await screen.findByRole('heading', { name: 'Mine' })).toBeInstanceOf(HTMLElement);
    expect(service.sent).toEqual([`/api/session/proof {"by":"recovery_code","code":"${CODES[0] ?? ''}"}`]);
  });

  it('[SEC3] goes back to the password once it took too long', async () => {
    const { user, service } = await afterPassword('prove');
    service.refusal = 'half_session_over';
    await user.type(await screen.findByLabelText('Code from your authenticator'), '123456{Enter}');
    expect(await screen.findByText(/That took too long/)).toBeInstanceOf(HTMLElement);
    expect(screen.getByLabelText('Password')).toBeInstanceOf(HTMLElement);
  });

  it('[SEC3] is set up where there is none, and the recovery codes are shown before anything else', async () => {
    const { user } = await afterPassword('enrol');
    expect(await screen.findByRole('img', { name: 'QR code of your authenticator' })).toBeTruthy();
    expect(screen.getByText('ABCD EFGH IJKL MNOP QRST UVWX YZ23 4567')).toBeInstanceOf(HTMLElement);
    await expectNoBarriers();
    await user.type(screen.getByLabelText('Code from your authenticator'), '123456');
    await user.click(screen.getByRole('button', { name: 'Confirm code' }));
    for (const code of CODES) expect(await screen.findByText(code)).toBeInstanceOf(HTMLElement);
    expect(screen.queryByRole('heading', { name: 'Mine' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'I have kept them' }));
    expect(await screen.findByRole('heading', { name: 'Mine' })).toBeInstanceOf(HTMLElement);
  });
});
