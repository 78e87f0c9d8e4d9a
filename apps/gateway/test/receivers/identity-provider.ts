import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  decodeJwt,
  exportJWK,
  generateKeyPair,
  SignJWT,
  type CryptoKey,
  type JWK,
  type JWTPayload,
} from 'jose';
import type Provider from 'oidc-provider';
import type { Configuration } from 'oidc-provider';

export const CLIENT = { id: 'warmline', secret: 'a-secret-of-this-test-only' };

/** Who signs in at the provider, and how it says that they proved who they are. */
export interface ProviderAccount {
  readonly subject: string;
  readonly amr?: readonly string[];
}

/** What an attacker or a broken provider puts in place of an ID token. */
export type Forge = (claims: JWTPayload, keys: Keys) => Promise<string>;

interface Keys {
  /** The provider's. */
  readonly own: CryptoKey;
  readonly other: CryptoKey;
}

export const signed = (
  claims: JWTPayload,
  key: CryptoKey,
  header: Readonly<Record<string, string>> = {},
): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'own', ...header }).sign(key);

/** Of everything the provider hands out (s). */
const LASTS = 600;

/** The library says on the console that this is no provider for a real service, which is right and no news here. */
const quietly = async <Value>(work: () => Promise<Value> | Value): Promise<Value> => {
  const { warn } = console;
  Object.assign(console, { warn: () => undefined });
  try {
    return await work();
  } finally {
    Object.assign(console, { warn });
  }
};

const settingsFor = (publicUrl: string, jwk: JWK): Configuration => ({
  clients: [
    {
      client_id: CLIENT.id,
      client_secret: CLIENT.secret,
      redirect_uris: [`${publicUrl}/api/session/provider/return`],
      token_endpoint_auth_method: 'client_secret_post',
    },
  ],
  jwks: { keys: [jwk] },
  cookies: { keys: ['of this test only'] },
  claims: { openid: ['sub', 'amr', 'acr'] },
  pkce: { required: () => true },
  ttl: { AccessToken: LASTS, Grant: LASTS, IdToken: LASTS, Interaction: LASTS, Session: LASTS },
  features: { devInteractions: { enabled: false } },
  interactions: { url: () => '/interaction' },
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  loadExistingGrant: async ({ oidc: { provider, session } }) => {
    const grant = new provider.Grant({ clientId: CLIENT.id, accountId: session?.accountId ?? '' });
    grant.addOIDCScope('openid');
    await grant.save();
    return grant;
  },
});

/** A real OpenID provider on this machine. It asks nobody for a password: `account` is who has signed in at it. */
export class RealIdentityProvider {
  account: ProviderAccount = { subject: 'kim', amr: ['pwd'] };
  forge: Forge | null = null;
  /** Requests to its token endpoint. */
  tokens = 0;

  private constructor(
    readonly issuer: string,
    private readonly server: Server,
  ) {}

  static async start(publicUrl: string): Promise<RealIdentityProvider> {
    const [own, other] = await Promise.all([
      generateKeyPair('RS256', { extractable: true }),
      generateKeyPair('RS256', { extractable: true }),
    ]);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { default: Real } = await quietly(() => import('oidc-provider'));
    const jwk = { ...(await exportJWK(own.privateKey)), kid: 'own', alg: 'RS256', use: 'sig' };
    const provider = await quietly(() => new Real(issuer, settingsFor(publicUrl, jwk)));
    const started = new RealIdentityProvider(issuer, server);
    started.watch(provider, { own: own.privateKey, other: other.privateKey });
    const answer = provider.callback();
    server.on('request', (request, response) => void answer(request, response));
    return started;
  }

  private watch(provider: Provider, keys: Keys): void {
    provider.use(async (context, next) => {
      if (context.path === '/interaction') {
        const { subject, amr } = this.account;
        const login = {
          accountId: subject,
          ...(amr === undefined ? {} : { amr: [...amr] }),
          remember: false,
        };
        context.respond = false;
        await provider.interactionFinished(context.req, context.res, { login });
        return;
      }
      await next();
      if (context.path !== '/token') return;
      this.tokens += 1;
      const body = context.body as { id_token?: string };
      if (this.forge !== null && body.id_token !== undefined)
        body.id_token = await this.forge(decodeJwt(body.id_token), keys);
    });
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }
}

/** Follows the provider's pages as a browser does, and answers the address to which it sends the browser back. */
export const signInAtProvider = async (address: string, back: string): Promise<URL> => {
  const cookies = new Map<string, string>();
  let at = address;
  for (let steps = 0; steps < 8; steps += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    const to = answer.headers.get('location');
    if (to === null) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`);
    at = new URL(to, at).href;
    if (at.startsWith(back)) return new URL(at);
  }
  throw new Error('the provider does not come to an end');
};
