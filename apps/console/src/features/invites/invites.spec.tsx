import { screen, within } from '@testing-library/react';
import type { InvitedPerson } from '@warmline/contracts';
import type { OnCallResult, Refusal } from '@warmline/vocabulary';
import type { ConsoleParts, HttpReply } from '../../shared/page/parts';
import { forgetInviteToken } from '../../shared/session/setup-token';
import { expectNoBarriers } from '../../testing/barriers';
import { id, KIT, SAM, START } from '../../testing/builders';
import { FakeService } from '../../testing/fake-service';
import { httpAnswer } from '../../testing/http-answer';
import { openConsole } from '../../testing/open-console';

const TOKEN = 'T'.repeat(43);
const LINK = `https://chat.example/console/#invite=${TOKEN}`;
const GOOD = 'seven grey herons at dawn';

const aPerson = (over: Partial<InvitedPerson> = {}): InvitedPerson => ({
  id: id(90),
  signInName: 'rae',
  name: 'Rae',
  role: 'responder',
  isOpened: false,
  invite: { state: 'expired', expiresAt: START, mailed: null },
  ...over,
});

/** Answers what the test put there, and keeps what was asked. */
class InviteService extends FakeService {
  people = [aPerson(), aPerson({ id: id(91), signInName: 'sam', name: 'Sam', isOpened: true })];
  refusal: Refusal | null = null;
  mailResult: OnCallResult = 'sent';
  readonly sent: string[] = [];

  override get parts(): Pick<ConsoleParts, 'fetch' | 'makeWire'> {
    const usual = super.parts;
    return {
      ...usual,
      fetch: (path, request) =>
        path.startsWith('/api/invite')
          ? Promise.resolve(this.#answer(path, request))
          : usual.fetch(path, request),
    };
  }

  #answer(path: string, request?: RequestInit): HttpReply {
    const method = request?.method ?? 'GET';
    this.sent.push(`${method} ${path} ${typeof request?.body === 'string' ? request.body : ''}`.trim());
    if (this.refusal !== null) return httpAnswer(410, { refusal: this.refusal });
    if (path === '/api/invite/read')
      return httpAnswer(200, { service: 'Harbour', signInName: 'rae', name: 'Rae', expiresAt: START });
    if (path === '/api/invite/accept') {
      this.session = { staff: SAM };
      return httpAnswer(200, this.session);
    }
    if (path === '/api/invite/mail') return httpAnswer(200, { result: this.mailResult });
    const made = { signInName: 'rae', link: LINK, canMail: true };
    return httpAnswer(200, method === 'POST' ? { made, people: this.people } : { people: this.people });
  }
}

afterEach(() => forgetInviteToken());

describe('the page of accounts', () => {
  it('[ACC1] shows who has opened theirs, and a new link once', async () => {
    const service = new InviteService();
    service.session = { staff: KIT };
    const { user } = openConsole('/setup/accounts', service);
    const rae = await screen.findByRole('row', { name: /Rae/ });
    expect(within(rae).getByText(/^Invite expired/)).toBeInstanceOf(HTMLElement);
    expect(screen.queryByRole('button', { name: 'Make a link for Sam' })).toBeNull();
    await expectNoBarriers();
    await user.click(within(rae).getByRole('button', { name: 'Make a link for Rae' }));
    expect(await screen.findByText(LINK)).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'I have passed it on' }));
    expect(screen.queryByText(LINK)).toBeNull();
    expect(service.sent).toContain(`POST /api/invites/${id(90)}`);
  });

  it('[ACC1] sends the link by e-mail, and says what came of it with the link still there to copy', async () => {
    const service = new InviteService();
    service.session = { staff: KIT };
    const { user } = openConsole('/setup/accounts', service);
    await user.click(await screen.findByRole('button', { name: 'Make a link for Rae' }));
    const dialog = within(await screen.findByRole('dialog'));
    const box = dialog.getByRole('textbox', { name: /E-mail address of/ });
    await user.click(dialog.getByRole('button', { name: 'Send the link' }));
    expect(dialog.getByText(/^Enter one whole address/)).toBeInstanceOf(HTMLElement);
    service.mailResult = 'turned_down';
    await user.type(box, ' rae@example.org ');
    await user.click(dialog.getByRole('button', { name: 'Send the link' }));
    expect(await dialog.findByText(/not sent: the mail server refused/)).toBeInstanceOf(HTMLElement);
    expect(dialog.getByText(LINK)).toBeInstanceOf(HTMLElement);
    service.mailResult = 'sent';
    await user.click(dialog.getByRole('button', { name: 'Send it again' }));
    expect(await dialog.findByText(/took the e-mail to/)).toBeInstanceOf(HTMLElement);
    await expectNoBarriers();
    const body = JSON.stringify({ token: TOKEN, address: 'rae@example.org' });
    expect(service.sent).toContain(`POST /api/invite/mail ${body}`);
  });

  it('[ACC3] says who makes the link of an account that two people decided about', async () => {
    const service = new InviteService();
    service.session = { staff: KIT };
    const { user } = openConsole('/setup/accounts', service);
    const make = await screen.findByRole('button', { name: 'Make a link for Rae' });
    service.refusal = 'not_allowed';
    await user.click(make);
    expect(await screen.findByText(/only the one who agreed can make its link/)).toBeInstanceOf(HTMLElement);
  });
});

describe('the screen of an invite', () => {
  const openLink = (prepare: (service: InviteService) => void = () => {}) => {
    const service = new InviteService();
    prepare(service);
    return { ...openConsole(`/#invite=${TOKEN}`, service), service };
  };

  it('[ACC1] takes the secret off the address at once, and lets its person choose a password', async () => {
    const { user, service, address } = openLink();
    await screen.findByText(/Harbour has invited you\. You sign in as rae/);
    expect(address()).toBe('/console/invite');
    expect(JSON.stringify([{ ...sessionStorage }, { ...localStorage }])).not.toContain(TOKEN);
    await expectNoBarriers();
    await user.click(screen.getByRole('button', { name: 'Open account' }));
    expect(screen.getByText('Use at least 15 characters.')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByLabelText('Password'));
    await user.paste(GOOD);
    await user.click(screen.getByRole('button', { name: 'Open account' }));
    expect(await screen.findByRole('heading', { name: 'Mine' })).toBeInstanceOf(HTMLElement);
    const body = JSON.stringify({ token: TOKEN, name: 'Rae', password: GOOD });
    expect(service.sent.at(-1)).toBe(`POST /api/invite/accept ${body}`);
  });

  it.each([
    ['invite_used', /has been used/],
    ['invite_expired', /has expired/],
    ['invite_revoked', /no longer works/],
    ['link_over', /not whole/],
  ] as const)('[ACC1] has words of its own for %s', async (refusal, words) => {
    const { user } = openLink((service) => {
      service.refusal = refusal;
    });
    expect(await screen.findByText(words)).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Go to sign in' }));
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeInstanceOf(HTMLElement);
  });

  it('asks for the link again after a reload', async () => {
    openConsole('/invite');
    expect(await screen.findByRole('heading', { name: 'Open the link again' })).toBeInstanceOf(HTMLElement);
  });
});
