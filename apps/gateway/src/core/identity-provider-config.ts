import { z } from 'zod';
import { ROLES, type Role } from '@warmline/vocabulary';
import { isLoopback } from './origin';

const words = (text: string): string[] => text.split(/[\s,]+/).filter((word) => word !== '');

const isRole = (text: string): text is Role => ROLES.some((role) => role === text);

/** One `value=role`: the value is all before the last `=`. Null where it cannot be read. */
const pairIn = (text: string): readonly [string, Role] | null => {
  const at = text.lastIndexOf('=');
  const [value, role] = [text.slice(0, Math.max(0, at)).trim(), text.slice(at + 1).trim()];
  return value !== '' && isRole(role) ? [value, role] : null;
};

/** `value=role, value=role`; null where it cannot be read. */
const rolesIn = (text: string): Readonly<Record<string, Role>> | null => {
  const given = text.split(',').filter((pair) => pair.trim() !== '');
  const pairs = given.flatMap((pair) => {
    const read = pairIn(pair);
    return read === null ? [] : [read];
  });
  return pairs.length === given.length ? Object.fromEntries(pairs) : null;
};

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
  /** What it is asked about someone. `profile` gives their name; what gives the claim of OIDC_ROLE_CLAIM is the provider's own. */
  OIDC_SCOPE: z
    .string()
    .regex(/^[\x21\x23-\x5B\x5D-\x7E ]{1,200}$/, { error: 'must be names with spaces between them' })
    .default('openid')
    .refine((scope) => words(scope).includes('openid'), { error: 'must have openid in it' }),
  /** The claim that says which roles someone has, such as `groups` or `realm_access.roles`. */
  OIDC_ROLE_CLAIM: z.string().min(1).max(200).optional(),
  /** Its values and the role of each: `warmline-leads=supervisor, warmline-office=administrator`. */
  OIDC_ROLES: z
    .string()
    .default('')
    .transform(rolesIn)
    .refine((roles) => roles !== null, { error: `must be value=role, with a role of ${ROLES.join(', ')}` })
    .transform((roles) => roles ?? {}),
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
  const { OIDC_ROLE_CLAIM } = config;
  // One that cannot be read is null here, and refused already.
  const values = Object.keys(config.OIDC_ROLES ?? {});
  if ((OIDC_ROLE_CLAIM === undefined) !== (values.length === 0))
    refuse('OIDC_ROLE_CLAIM', 'and OIDC_ROLES belong together');
  const flaw = OIDC_ISSUER === undefined ? null : flawOfIssuer(OIDC_ISSUER);
  if (flaw !== null) refuse('OIDC_ISSUER', flaw);
};
