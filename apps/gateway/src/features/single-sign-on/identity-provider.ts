import { Inject, Injectable } from '@nestjs/common';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretPost,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  type Configuration,
  type CustomFetch,
} from 'openid-client';
import { z } from 'zod';
import { hasSecondFactor, type ProviderClaims, type RoleClaim } from '@warmline/identity';
import { instant, MINUTE, SECOND, type Instant } from '@warmline/kernel';
import { CONFIG, type Config } from '../../core/config';
import { isLoopback } from '../../core/origin';
import { Timers } from '../../core/timers';

/** The provider's documents and keys are read again after this time (ms), so that new keys are known. */
const FRESH_FOR = MINUTE;
/** A request to the provider takes at most this long (s). */
const ANSWERS_WITHIN = 5;
/** The longest answer of a provider (bytes). Its documents and keys are a few thousand. */
const ANSWER_MOST = 256 * 1024;

/** A session at the provider that is older answers for nobody (s). A provider that gets a limit says when it asked. */
const ASKED_WITHIN = 12 * 60 * 60;

export const RETURN_PATH = '/api/session/provider/return';

/** The provider did not answer, or its answer is not one that lets someone in. */
export class ProviderFailed extends Error {
  constructor(
    readonly why: 'unreachable' | 'refused',
    /** For an administrator and the log: never a token or a name. */
    readonly code: string,
  ) {
    super(`identity provider ${why}`);
  }
}

/** What goes to the provider and must come back with its answer. */
export interface ProviderQuestion {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Someone whom the provider has recognised. */
export interface Recognised {
  readonly issuer: string;
  readonly subject: string;
  /** Whether the provider says that it asked for a second factor. */
  readonly hasSecondFactor: boolean;
  /** When it asked them last, and did not let an open session answer; null where it does not say. */
  readonly askedAt: Instant | null;
  /** Everything its token said of them. Nothing of it is kept. */
  readonly claims: ProviderClaims;
}

const claimsSchema = z.object({
  iss: z.string().min(1).max(1_000),
  sub: z.string().min(1).max(255),
  amr: z.array(z.string()).default([]),
  acr: z.string().nullable().default(null),
  auth_time: z.number().nonnegative().max(1e11).nullable().default(null),
});

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';

/** Follows no redirect, asks in plain text on this machine only, and reads no more than ANSWER_MOST bytes. */
const fetchFromProvider: CustomFetch = async (address, { method, headers, body = null, signal = null }) => {
  if (!address.startsWith('https://') && !isLoopback(address))
    throw new ProviderFailed('refused', 'ADDRESS_WITHOUT_TLS');
  const answer = await fetch(address, { method, headers, body, signal, redirect: 'error' }).catch(
    (): never => {
      throw new ProviderFailed('unreachable', 'NO_ANSWER');
    },
  );
  if (answer.status >= 500) throw new ProviderFailed('unreachable', `HTTP_${answer.status}`);
  return new Response(await boundedBody(answer), { status: answer.status, headers: answer.headers });
};

const boundedBody = async ({ body }: Response): Promise<Uint8Array<ArrayBuffer>> => {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > ANSWER_MOST) throw new ProviderFailed('refused', 'ANSWER_TOO_LONG');
    parts.push(part.value);
  }
  return new Uint8Array(Buffer.concat(parts));
};

/** The charity's identity provider, by OpenID Connect: a code with PKCE, and an ID token whose signature is checked. */
@Injectable()
export class IdentityProvider {
  private known: { readonly until: number; readonly configuration: Promise<Configuration> } | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly timers: Timers,
  ) {}

  /** What people call it; null where there is none. */
  get name(): string | null {
    return this.config.OIDC_ISSUER === undefined ? null : this.config.OIDC_NAME;
  }

  /** Null where there is none. */
  get issuer(): string | null {
    return this.config.OIDC_ISSUER ?? null;
  }

  /** By which claim it says which roles someone has; null where the deployment reads none. */
  get roleClaim(): RoleClaim | null {
    const { OIDC_ROLE_CLAIM: claim, OIDC_ROLES: roles } = this.config;
    return claim === undefined ? null : { claim, roles };
  }

  /** Where the browser asks it. Throws ProviderFailed. */
  async addressOf({ state, nonce, verifier }: ProviderQuestion): Promise<string> {
    const configuration = await this.configuration();
    return buildAuthorizationUrl(configuration, {
      redirect_uri: new URL(RETURN_PATH, this.config.PUBLIC_URL).href,
      scope: this.config.OIDC_SCOPE,
      response_type: 'code',
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      max_age: String(ASKED_WITHIN),
    }).href;
  }

  /**
   * Whom it has recognised. `query`: of the address to which the browser came back. Throws ProviderFailed for an answer to
   * another question, from another issuer, for another client, too old, or with a signature that is not the provider's.
   */
  async recognise(query: URLSearchParams, question: ProviderQuestion): Promise<Recognised> {
    const configuration = await this.configuration();
    const address = new URL(RETURN_PATH, this.config.PUBLIC_URL);
    address.search = query.toString();
    try {
      const tokens = await authorizationCodeGrant(configuration, address, {
        expectedState: question.state,
        expectedNonce: question.nonce,
        pkceCodeVerifier: question.verifier,
        idTokenExpected: true,
      });
      const claims: ProviderClaims = { ...tokens.claims() };
      const { iss, sub, amr, acr, auth_time: asked } = claimsSchema.parse(claims);
      const isStrong = hasSecondFactor({ methods: amr, context: acr }, this.config.OIDC_SECOND_FACTOR);
      const askedAt = asked === null ? null : instant(asked * SECOND);
      return { issuer: iss, subject: sub, hasSecondFactor: isStrong, askedAt, claims };
    } catch (error) {
      throw asFailure(error);
    }
  }

  /** Reads its documents now. Throws ProviderFailed. */
  async checkReachable(): Promise<void> {
    this.known = null;
    await this.configuration();
  }

  private async configuration(): Promise<Configuration> {
    const now = performance.now();
    if (this.known === null || this.known.until <= now) {
      const configuration = this.discover();
      this.known = { until: now + this.timers.scaled(FRESH_FOR), configuration };
      // A provider that did not answer is asked again by the next person.
      configuration.catch(() => {
        this.known = null;
      });
    }
    return this.known.configuration;
  }

  private async discover(): Promise<Configuration> {
    const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = this.config;
    if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined || OIDC_CLIENT_SECRET === undefined)
      throw new ProviderFailed('refused', 'NOT_CONFIGURED');
    const isPlain = OIDC_ISSUER.startsWith('http:') && isLoopback(OIDC_ISSUER);
    try {
      return await discovery(new URL(OIDC_ISSUER), OIDC_CLIENT_ID, {}, ClientSecretPost(OIDC_CLIENT_SECRET), {
        [customFetch]: fetchFromProvider,
        timeout: ANSWERS_WITHIN,
        execute: [enableNonRepudiationChecks, ...(isPlain ? [allowInsecureRequests] : [])],
      });
    } catch (error) {
      throw asFailure(error);
    }
  }
}

/** What the library met: its own refusals have codes, and what happened underneath is their cause. */
const asFailure = (error: unknown): ProviderFailed => {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof ProviderFailed) return at;
  const code = codeOf(error);
  return new ProviderFailed(code === 'OAUTH_TIMEOUT' ? 'unreachable' : 'refused', code);
};
