import { screen, within } from '@testing-library/react';
import type { Access, SingleSignOnView, ToldPeople, Tried } from '@warmline/contracts';
import type { ConsoleParts } from '../../shared/page/parts';
import { expectNoBarriers } from '../../testing/barriers';
import { id, KIT, START } from '../../testing/builders';
import { FakeService } from '../../testing/fake-service';
import { httpAnswer } from '../../testing/http-answer';
import { openConsole } from '../../testing/open-console';

const PROVIDER: NonNullable<SingleSignOnView['provider']> = {
  name: 'Example Workspace',
  issuer: 'https://login.example',
  returnAddress: 'https://chat.example/api/session/provider/return',
  scope: 'openid profile',
  secondFactor: ['mfa'],
  roleClaim: 'groups',
  roles: [{ value: 'leads', role: 'supervisor' }],
};

class ProviderService extends FakeService {
  provider: SingleSignOnView['provider'] = PROVIDER;
  isAnswering = true;
  people: ToldPeople['people'] = [];
  readonly proposed: string[] = [];

  override get parts(): Pick<ConsoleParts, 'fetch' | 'makeWire'> {
    const usual = super.parts;
    return {
      ...usual,
      fetch: (path, request) => {
        if (path === '/api/single-sign-on')
          return Promise.resolve(httpAnswer(200, { provider: this.provider }));
        if (path.startsWith('/api/single-sign-on/people')) {
          if (request?.method === 'POST') {
            this.proposed.push(path);
            this.people = this.people.map((person) => ({ ...person, isProposed: true }));
          }
          return Promise.resolve(httpAnswer(200, { people: this.people }));
        }
        if (path !== '/api/single-sign-on/try') return usual.fetch(path, request);
        const address = { address: 'https://login.example/ask' };
        return Promise.resolve(
          this.isAnswering ? httpAnswer(200, address) : httpAnswer(503, { refusal: 'unavailable' }),
        );
      },
    };
  }
}

const opened = async (
  tried: Tried | string | null,
  prepare: (service: ProviderService) => void = () => {},
) => {
  const service = new ProviderService();
  service.session = { staff: KIT };
  prepare(service);
  const said = typeof tried === 'string' ? tried : btoa(JSON.stringify(tried)).replaceAll('=', '');
  history.replaceState(null, '', `/console/setup/single-sign-on${tried === null ? '' : `#tried=${said}`}`);
  const page = openConsole('/setup/single-sign-on', service);
  await screen.findByRole('heading', { name: 'Single sign-on' });
  // Its card loads last.
  await screen.findByText(/^(?:Nothing to decide|Sam|No provider is set up)/);
  return page;
};
const CAME: Tried = {
  outcome: 'came',
  claims: ['groups', 'iss', 'sub'],
  missing: ['second_factor', 'name'],
  hasSecondFactor: false,
  told: { role: 'supervisor', furtherRoles: ['trainer'] },
  opens: 'none',
};

describe('the page of single sign-on', () => {
  it('leads to the provider for a try, and says when it cannot be reached', async () => {
    const { user, left } = await opened(null, (service) => {
      service.isAnswering = false;
    });
    await user.click(await screen.findByRole('button', { name: 'Try Example Workspace' }));
    expect(await screen.findByText(/can still sign in with their password/)).toBeInstanceOf(HTMLElement);
    expect(left).toEqual([]);
    await expectNoBarriers();
  });

  it('[ACC3] shows what came and what is missing, and that a role from there changes nothing', async () => {
    await opened(CAME);
    expect(await screen.findByText('It says: Supervisor, Trainer.')).toBeInstanceOf(HTMLElement);
    for (const words of [
      /so we ask for ours/,
      /No name/,
      /opens no account here yet/,
      /Two people decide here/,
    ])
      expect(screen.getByText(words)).toBeInstanceOf(HTMLElement);
    expect(screen.getByText('groups', { selector: 'li code' })).toBeInstanceOf(HTMLElement);
    expect(location.hash).toBe('');
    await expectNoBarriers();
  });

  it.each([
    [
      { outcome: 'failed', why: 'refused', code: 'OAUTH_X' } as const,
      /the person who runs the server: OAUTH_X/,
    ],
    [{ outcome: 'failed', why: 'unreachable', code: null } as const, /We cannot reach Example Workspace/],
  ])('says why a try led nowhere', async (tried, words) => {
    await opened(tried);
    expect(await screen.findByText(words)).toBeInstanceOf(HTMLElement);
  });

  it('shows nothing of an address that someone made up', async () => {
    await opened('e30');
    expect(await screen.findByRole('button', { name: 'Try Example Workspace' })).toBeInstanceOf(HTMLElement);
    expect(screen.queryByText(/The sign-in works/)).toBeNull();
  });

  it('says that there is no provider', async () => {
    await opened(null, (service) => {
      service.provider = null;
    });
    expect(await screen.findByText('No provider is set up')).toBeInstanceOf(HTMLElement);
  });

  it('[ACC3] lists whom the provider gives another role, and proposes it for a second person', async () => {
    const is: Access = { role: 'responder', furtherRoles: [], active: true };
    const common = { id: id(70), signInName: 'sam', toldAt: START, isNew: false, isProposed: false };
    const services: ProviderService[] = [];
    const { user } = await opened(null, (service) => {
      service.people = [
        { ...common, name: 'Sam', is, told: { role: 'supervisor', furtherRoles: [] } },
        { ...common, id: id(71), name: 'Ivy', is, told: null },
      ];
      services.push(service);
    });
    const row = await screen.findByRole('row', { name: /Sam \(sam\).*Responder.*Supervisor/ });
    expect(screen.getByRole('row', { name: /Ivy.*No role/ })).toBeInstanceOf(HTMLElement);
    expect(screen.getAllByRole('button', { name: /^Propose it for/ })).toHaveLength(1);
    await expectNoBarriers();
    await user.click(within(row).getByRole('button', { name: /Propose it for/ }));
    expect((await screen.findAllByText('Waits for a second person')).length).toBeGreaterThan(0);
    expect(services[0]?.proposed).toEqual([`/api/single-sign-on/people/${id(70)}`]);
  });
});
