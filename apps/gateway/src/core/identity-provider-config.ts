import { z } from 'zod';
import { isLoopback } from './origin';

const words = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '');

/** Single sign-on: OpenID Connect with one identity provider of the charity. Without OIDC_ISSUER there is none. */
export const identityProviderVariables = {
  /** The provider's issuer, as its documents write it: `https://login.example.org/realms/charity`. */
  OIDC_ISSUER: z
    .string()
    .refine((text) => URL.canParse(text), { error: 'must be a URL beginning with https://' })
    .optional(),
  /** What the provider calls Warmline. */
  OIDC_CLIENT_ID: z.string().min(1).max(500).optional(),
  OIDC_CLIENT_SECRET: z.string().min(16, { error: 'must have 16 characters or more' }).optional(),
  /** What people call the provider: the words on the button are "Sign in with …". */
  OIDC_NAME: z.string().min(1).max(40).default('single sign-on'),
  /**
   * Values of the claims `amr` and `acr` by which the provider says that it asked for a second factor. Without one of them
   * Warmline asks for its own.
   */
  OIDC_SECOND_FACTOR: z.string().default('mfa').transform(words),
};

type Given = {
  readonly [Name in keyof typeof identityProviderVariables]?: z.infer<
    (typeof identityProviderVariables)[Name]
  >;
};
type Refuse = (name: keyof typeof identityProviderVariables, message: string) => void;

/** Null when it is an issuer that can be asked safely. */
const flawOfIssuer = (issuer: string): string | null => {
  if (!URL.canParse(issuer)) return null;
  const { protocol, search, hash, username } = new URL(issuer);
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(issuer)))
    return 'must begin with https:// unless it is on this machine';
  return `${search}${hash}${username}` === '' ? null : 'must be the issuer alone, without a name, a ? or a #';
};

/** Refuses a provider that is named in part, or that is asked without TLS off this machine. */
export const requireSafeIdentityProvider = (config: Given, refuse: Refuse): void => {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = config;
  const together = { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET };
  const names = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
  const missing = names.filter((name) => together[name] === undefined);
  if (missing.length < names.length)
    for (const name of missing)
      refuse(name, 'is needed: OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together');
  const flaw = OIDC_ISSUER === undefined ? null : flawOfIssuer(OIDC_ISSUER);
  if (flaw !== null) refuse('OIDC_ISSUER', flaw);
};
