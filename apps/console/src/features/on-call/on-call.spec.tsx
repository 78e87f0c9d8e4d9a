import { screen, within } from '@testing-library/react';
import type { OnCallAdded, OnCallContact, OnCallView } from '@warmline/contracts';
import type { ConsoleParts, HttpReply } from '../../shared/page/parts';
import { expectNoBarriers } from '../../testing/barriers';
import { id, KIT, START } from '../../testing/builders';
import { FakeService } from '../../testing/fake-service';
import { openConsole } from '../../testing/open-console';

const aContact = (over: Partial<OnCallContact> = {}): OnCallContact => ({
  id: id(90),
  kind: 'webhook',
  label: 'Pager',
  address: 'hooks.example.org',
  isSending: false,
  last: { result: 'sent', at: START },
  sent: 3,
  failed: 0,
  ...over,
});
const answered = (body: unknown): HttpReply => ({ ok: true, status: 200, json: () => Promise.resolve(body) });

/** Answers what the test put there, and keeps what was asked. */
class OnCallService extends FakeService {
  view: OnCallView = { contacts: [aContact()], canMail: true };
  added: OnCallAdded | null = null;
  readonly sent: string[] = [];

  override get parts(): Pick<ConsoleParts, 'fetch' | 'makeWire'> {
    const usual = super.parts;
    return {
      ...usual,
      fetch: (path, request) => {
        if (!path.startsWith('/api/on-call')) return usual.fetch(path, request);
        const method = request?.method ?? 'GET';
        if (method !== 'GET')
          this.sent.push(`${method} ${path} ${typeof request?.body === 'string' ? request.body : ''}`.trim());
        return Promise.resolve(answered(method === 'POST' && this.added !== null ? this.added : this.view));
      },
    };
  }
}

const opened = async (prepare: (service: OnCallService) => void = () => {}) => {
  const service = new OnCallService();
  service.session = { staff: KIT };
  prepare(service);
  const page = { ...openConsole('/setup/on-call', service), service };
  await screen.findByRole('heading', { name: 'On call' });
  return page;
};

describe('setting on-call contacts up', () => {
  it('shows each with its last delivery, and tests and removes it', async () => {
    const { user, service } = await opened();
    const card = await screen.findByRole('region', { name: 'Pager' });
    expect(card.textContent).toMatch(/hooks\.example\.org.*Sent\. Last try: .*3 sent, 0 failed/);
    await expectNoBarriers();
    service.view = {
      canMail: true,
      contacts: [aContact({ last: { result: 'redirected', at: START }, failed: 1 })],
    };
    await user.click(within(card).getByRole('button', { name: 'Send a test to Pager' }));
    expect(await within(card).findByText(/Failed: it answered with another address/)).toBeInstanceOf(
      HTMLElement,
    );
    service.view = { canMail: true, contacts: [] };
    await user.click(within(card).getByRole('button', { name: 'Remove Pager' }));
    const asked = await screen.findByRole('dialog', { name: 'Remove Pager?' });
    expect(service.sent).toHaveLength(1);
    await user.click(within(asked).getByRole('button', { name: 'Remove' }));
    expect(await screen.findByText('No on-call contacts yet')).toBeInstanceOf(HTMLElement);
    expect(service.sent).toEqual([`POST /api/on-call/${id(90)}/test`, `DELETE /api/on-call/${id(90)}`]);
  });

  it('says only that a test is under way, and nothing of the one before', async () => {
    await opened((service) => {
      const last = { result: 'timed_out', at: START } as const;
      service.view = { canMail: true, contacts: [aContact({ isSending: true, last, sent: 0, failed: 0 })] };
    });
    const card = await screen.findByRole('region', { name: 'Pager' });
    expect(card.textContent).toContain('Sending…');
    expect(card.textContent).not.toMatch(/Failed|Last try|0 sent/);
  });

  it('says what is wrong with an address at its field, and shows the secret of a webhook once', async () => {
    const { user, service } = await opened((prepared) => {
      prepared.view = { contacts: [], canMail: false };
    });
    await user.click(await screen.findByRole('button', { name: 'Add a contact' }));
    const dialog = screen.getByRole('dialog', { name: 'Add a contact' });
    await user.click(within(dialog).getByRole('button', { name: 'Add contact' }));
    expect(within(dialog).getByText('Enter a name, for example “Duty phone”.')).toBeInstanceOf(HTMLElement);
    expect(service.sent).toEqual([]);
    expect(within(dialog).getByText(/No mail server is set up/)).toBeInstanceOf(HTMLElement);
    await user.type(within(dialog).getByLabelText('Name'), 'Pager');
    await user.type(within(dialog).getByLabelText('Address of the webhook'), 'http://example.org');
    service.added = { outcome: 'problem', problem: 'not_https' };
    await user.click(within(dialog).getByRole('button', { name: 'Add contact' }));
    expect(await within(dialog).findByText('Enter an address that begins with https://.')).toBeInstanceOf(
      HTMLElement,
    );
    service.added = {
      outcome: 'added',
      secret: 'a-secret',
      view: { contacts: [aContact()], canMail: false },
    };
    await user.click(within(dialog).getByRole('button', { name: 'Add contact' }));
    const shown = await screen.findByRole('dialog', { name: 'Keep this secret' });
    expect(shown.textContent).toContain('a-secret');
    await user.click(within(shown).getByRole('button', { name: 'I have kept it' }));
    expect(screen.queryByText('a-secret')).toBeNull();
    expect(screen.getByRole('region', { name: 'Pager' })).toBeInstanceOf(HTMLElement);
  });
});
