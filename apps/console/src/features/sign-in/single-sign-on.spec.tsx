import { screen } from '@testing-library/react';
import type { ConsoleParts } from '../../shared/page/parts';
import { expectNoBarriers } from '../../testing/barriers';
import { FakeService } from '../../testing/fake-service';
import { httpAnswer } from '../../testing/http-answer';
import { openConsole } from '../../testing/open-console';

/** A charity that has an identity provider; null: one that has none. */
class ProviderService extends FakeService {
  name: string | null = 'Example Workspace';
  isAnswering = true;

  override get parts(): Pick<ConsoleParts, 'fetch' | 'makeWire'> {
    const usual = super.parts;
    return {
      ...usual,
      fetch: (path, request) => {
        if (path !== '/api/session/provider') return usual.fetch(path, request);
        if (request?.method !== 'POST') return Promise.resolve(httpAnswer(200, { name: this.name }));
        return Promise.resolve(
          this.isAnswering
            ? httpAnswer(200, { address: 'https://login.example/ask' })
            : httpAnswer(503, { refusal: 'unavailable' }),
        );
      },
    };
  }
}

const openAt = async (hash: string, service = new ProviderService()) => {
  history.replaceState(null, '', `/console/sign-in${hash}`);
  const page = openConsole('/sign-in', service);
  await screen.findByRole('heading', { name: 'Sign in' });
  return { ...page, service };
};

describe('single sign-on', () => {
  it('leads to the provider, and has no barriers', async () => {
    const { user, left } = await openAt('');
    await user.click(await screen.findByRole('button', { name: 'Sign in with Example Workspace' }));
    await expectNoBarriers();
    expect(left).toEqual(['https://login.example/ask']);
  });

  it('is not there where the charity has no provider', async () => {
    const service = new ProviderService();
    service.name = null;
    await openAt('', service);
    await screen.findByRole('button', { name: 'Sign in' });
    expect(screen.queryByRole('button', { name: /^Sign in with Example/ })).toBeNull();
  });

  it('says when the provider cannot be reached, and the password still works', async () => {
    const service = new ProviderService();
    service.isAnswering = false;
    const { user, left } = await openAt('', service);
    await user.click(await screen.findByRole('button', { name: 'Sign in with Example Workspace' }));
    expect(await screen.findByText(/We cannot reach that sign-in/)).toBeInstanceOf(HTMLElement);
    expect(left).toEqual([]);
    await user.type(screen.getByLabelText('Sign-in name'), 'sam');
    await user.type(screen.getByLabelText('Password'), 'right{Enter}');
    expect(await screen.findByRole('heading', { name: 'Mine' })).toBeInstanceOf(HTMLElement);
  });

  it('[SEC3] asks for our own second factor on the way back, and takes that out of the address', async () => {
    await openAt('#provider=prove');
    expect(await screen.findByLabelText('Code from your authenticator')).toBeInstanceOf(HTMLElement);
    expect(location.hash).toBe('');
  });

  it.each([
    ['unlinked', /does not open one here yet/],
    ['asked', /Two people of your charity decide/],
    ['refused', /You were not signed in there/],
    ['over', /began in another browser/],
    ['unreachable', /We cannot reach that sign-in/],
  ])('says why the way back led nowhere: %s', async (why, words) => {
    await openAt(`#provider=${why}`);
    expect(await screen.findByText(words)).toBeInstanceOf(HTMLElement);
    expect(location.hash).toBe('');
  });
});
