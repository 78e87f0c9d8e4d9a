import type { ProviderAddress, ProviderLink } from '@warmline/contracts';
import { signInAtProvider } from '../receivers/identity-provider';
import { PUBLIC_URL, type Deployment } from './deployment';
import type { Answered } from './sign-in-steps';

export const LINK: ProviderLink = { page: 'account' };
/** Where the provider sends the browser back to. */
export const BACK = `${PUBLIC_URL}/api/session/provider/return`;

export interface Back {
  readonly to: string | null;
  /** By name, without those that were taken away. */
  readonly cookies: readonly string[];
  readonly session: string;
}

type Post = <Body>(path: string, body: object, cookie?: string) => Promise<Answered<Body>>;

/** Goes to the identity provider and comes back, step by step, as a browser does. */
export const providerSteps = (deployment: () => Deployment, post: Post) => {
  /** The browser comes back from the provider with the cookies that it has. */
  const comeBack = async (search: string, cookie: string): Promise<Back> => {
    const answer = await fetch(`${deployment().gateway().url}/api/session/provider/return${search}`, {
      redirect: 'manual',
      headers: { cookie },
    });
    expect(answer.status).toBe(303);
    const set = answer.headers.getSetCookie().filter((one) => !one.includes('Max-Age=0'));
    const pairs = set.map((one) => one.split(';')[0] ?? '');
    return {
      to: answer.headers.get('location'),
      cookies: pairs.map((pair) => pair.split('=')[0] ?? ''),
      session: pairs.find((pair) => pair.startsWith('__Host-warmline=')) ?? '',
    };
  };

  const begin = async (path: 'session/provider' | 'account/provider' = 'session/provider', cookie = '') => {
    const {
      status,
      body,
      cookie: own,
    } = await post<ProviderAddress>(path, path === 'account/provider' ? LINK : {}, cookie);
    expect(status).toBe(200);
    return { address: body.address, cookie: own };
  };

  const throughProvider = async (
    path: 'session/provider' | 'account/provider' = 'session/provider',
    cookie = '',
  ): Promise<Back> => {
    const begun = await begin(path, cookie);
    const { search } = await signInAtProvider(begun.address, BACK);
    return comeBack(search, begun.cookie);
  };

  return { begin, comeBack, throughProvider };
};
