import { screen, waitFor, within } from '@testing-library/react';
import type { WallLinkMade, WallLinks } from '@warmline/contracts';
import { DAY } from '@warmline/kernel';
import type { ConsoleParts, HttpReply } from '../../shared/page/parts';
import { expectNoBarriers } from '../../testing/barriers';
import { id, KIT, START } from '../../testing/builders';
import { FakeService } from '../../testing/fake-service';
import { httpAnswer } from '../../testing/http-answer';
import { openConsole } from '../../testing/open-console';
import { ACCOUNT_OF_KIT } from '../../testing/setup-service';

const OFFICE = {
  id: id(70),
  label: 'Office',
  madeBy: 'Kit',
  madeAt: START,
  expiresAt: START + 90 * DAY,
  readAt: START,
};

class LinksService extends FakeService {
  view: WallLinks = { links: [OFFICE] };
  made: WallLinkMade | null = null;
  isProofOld = false;
  readonly sent: string[] = [];

  override get parts(): Pick<ConsoleParts, 'fetch' | 'makeWire'> {
    const usual = super.parts;
    return {
      ...usual,
      fetch: (path, request) => {
        const isOwn = path.startsWith('/api/wall-links');
        if (isOwn && this.isUnreachable) return Promise.reject(new TypeError('offline'));
        const answer = isOwn ? this.#answer(path, request) : this.#answerOfProof(path);
        return answer === null ? usual.fetch(path, request) : Promise.resolve(answer);
      },
    };
  }

  #answer(path: string, { method = 'GET', body }: RequestInit = {}): HttpReply {
    if (method !== 'GET') this.sent.push(`${method} ${path} ${typeof body === 'string' ? body : ''}`.trim());
    if (method !== 'POST') return httpAnswer(200, this.view);
    return this.isProofOld ? httpAnswer(403, { refusal: 'proof_old' }) : httpAnswer(200, this.made);
  }

  #answerOfProof(path: string): HttpReply | null {
    if (path === '/api/account') return httpAnswer(200, ACCOUNT_OF_KIT);
    if (path !== '/api/session/renewal') return null;
    this.isProofOld = false;
    return httpAnswer(200, { staff: KIT });
  }
}

const open = async (prepare: (service: LinksService) => void = () => {}) => {
  const service = new LinksService();
  service.session = { staff: KIT };
  prepare(service);
  const page = { ...openConsole('/setup/wall-links', service), service };
  await screen.findByRole('heading', { name: 'Wall screens' });
  return page;
};

describe('links to the wall page', () => {
  it('are made with a name, and shown once', async () => {
    const { user, service } = await open((prepared) => {
      prepared.view = { links: [] };
      prepared.made = { outcome: 'made', secret: 'a-secret', view: { links: [{ ...OFFICE, readAt: null }] } };
    });
    expect(await screen.findByText('No links yet')).toBeInstanceOf(HTMLElement);
    await user.click(screen.getByRole('button', { name: 'Make a link' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Make a link' }));
    await user.click(dialog.getByRole('button', { name: 'Make the link' }));
    expect(dialog.getByText('Enter a name for the screen.')).toBeInstanceOf(HTMLElement);
    expect(service.sent).toEqual([]);
    await user.type(dialog.getByLabelText('Which screen is it for?'), ' Office ');
    expect(dialog.getByRole('radio', { name: '90 days' })).toHaveProperty('checked', true);
    await user.click(dialog.getByRole('radio', { name: 'A year' }));
    await user.click(dialog.getByRole('button', { name: 'Make the link' }));
    const shown = within(await screen.findByRole('dialog', { name: 'Copy this link now' }));
    expect(shown.getByText(`${location.origin}/console/wall#a-secret`)).toBeInstanceOf(HTMLElement);
    await user.click(shown.getByRole('button', { name: 'I have copied it' }));
    expect(screen.queryByText(/a-secret/)).toBeNull();
    expect(screen.getByRole('region', { name: 'Office' }).textContent).toContain('Not opened yet.');
    expect(service.sent).toEqual(['POST /api/wall-links {"label":"Office","lasts":365}']);
    await expectNoBarriers();
  });

  it('[ACC1] ask for a fresh proof in a dialog over the first, whose focus goes back to where it was', async () => {
    const { user } = await open((prepared) => {
      prepared.made = { outcome: 'made', secret: 'a-secret', view: { links: [OFFICE] } };
      prepared.isProofOld = true;
    });
    await user.click(await screen.findByRole('button', { name: 'Make a link' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Make a link' }));
    await user.type(dialog.getByLabelText('Which screen is it for?'), 'Office');
    await user.click(dialog.getByRole('button', { name: 'Make the link' }));
    const proof = await screen.findByRole('dialog', { name: 'Prove that it is you' });
    await within(proof).findByLabelText('Code from your authenticator');
    await waitFor(() => expect(proof.contains(document.activeElement)).toBe(true));
    expect(document.querySelector(':is([inert], [aria-hidden]) [role="dialog"]')?.textContent).toContain(
      'Make the link',
    );
    await expectNoBarriers(proof);
    await user.keyboard('{Escape}');
    expect(await screen.findByText('Prove that it is you, then try again.')).toBeInstanceOf(HTMLElement);
    const first = within(screen.getByRole('dialog', { name: 'Make a link' }));
    const make = first.getByRole('button', { name: 'Make the link' });
    await waitFor(() => expect(document.activeElement).toBe(make));
    expect(first.getByLabelText('Which screen is it for?')).toHaveProperty('value', 'Office');
  });

  it('[ACC1] go on by themselves with a fresh proof', async () => {
    const { user, service } = await open((prepared) => {
      prepared.made = { outcome: 'made', secret: 'a-secret', view: { links: [OFFICE] } };
      prepared.isProofOld = true;
    });
    await user.click(await screen.findByRole('button', { name: 'Make a link' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Make a link' }));
    await user.type(dialog.getByLabelText('Which screen is it for?'), 'Office');
    await user.click(dialog.getByRole('button', { name: 'Make the link' }));
    const again = within(await screen.findByRole('dialog', { name: 'Prove that it is you' }));
    await user.type(await again.findByLabelText('Code from your authenticator'), '123456{Enter}');
    const shown = await screen.findByRole('dialog', { name: 'Copy this link now' });
    await waitFor(() => expect(shown.contains(document.activeElement)).toBe(true));
    expect(service.sent).toHaveLength(2);
  });

  it('are marked once they have expired, and removed without a question', async () => {
    const { user, service } = await open((prepared) => {
      prepared.view = { links: [{ ...OFFICE, expiresAt: 1 }] };
    });
    const office = within(await screen.findByRole('region', { name: 'Office' }));
    expect(office.getByText('Expired')).toBeInstanceOf(HTMLElement);
    expect(office.queryByRole('button', { name: 'Revoke Office' })).toBeNull();
    service.view = { links: [] };
    await user.click(office.getByRole('button', { name: 'Remove Office' }));
    expect(await screen.findByText('No links yet')).toBeInstanceOf(HTMLElement);
    expect(service.sent).toEqual([`DELETE /api/wall-links/${id(70)}`]);
  });

  it('are revoked after a question', async () => {
    const { user, service } = await open();
    const office = within(await screen.findByRole('region', { name: 'Office' }));
    await user.click(office.getByRole('button', { name: 'Revoke Office' }));
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    expect(service.sent).toEqual([]);
    await user.click(office.getByRole('button', { name: 'Revoke Office' }));
    service.view = { links: [] };
    const dialog = within(screen.getByRole('dialog', { name: 'Revoke the link for Office?' }));
    await user.click(dialog.getByRole('button', { name: 'Revoke' }));
    expect(await screen.findByText('No links yet')).toBeInstanceOf(HTMLElement);
    expect(service.sent).toEqual([`DELETE /api/wall-links/${id(70)}`]);
  });

  it('keep what was entered when nothing was made', async () => {
    const { user, service } = await open((prepared) => {
      prepared.made = { outcome: 'too_many' };
    });
    await user.click(await screen.findByRole('button', { name: 'Make a link' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Make a link' }));
    await user.type(dialog.getByLabelText('Which screen is it for?'), 'Hall');
    await user.click(dialog.getByRole('button', { name: 'Make the link' }));
    expect(await dialog.findByText(/You have twenty links/)).toBeInstanceOf(HTMLElement);
    service.isUnreachable = true;
    await user.click(dialog.getByRole('button', { name: 'Make the link' }));
    expect(await dialog.findByText(/No link was made/)).toBeInstanceOf(HTMLElement);
    expect(dialog.getByLabelText('Which screen is it for?')).toHaveProperty('value', 'Hall');
  });
});
