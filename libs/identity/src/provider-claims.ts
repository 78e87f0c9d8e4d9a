import { FURTHER_ROLES, ROLES, type Role } from '@warmline/vocabulary';

/** What an ID token says of someone, by the name of each claim. */
export type ProviderClaims = Readonly<Record<string, unknown>>;

/** By which values of one claim the provider says which role someone has. */
export interface RoleClaim {
  /** Its name; where it is inside another one, the names with a dot between them. */
  readonly claim: string;
  readonly roles: Readonly<Record<string, Role>>;
}

/** What someone is by the word of the provider. It changes nothing here: two people do (ACC3). */
export interface ToldAccess {
  readonly role: Role;
  readonly furtherRoles: readonly Role[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A name that has dots of its own goes first, as in `https://charity.example/roles`. */
const claimIn = (claims: ProviderClaims, name: string): unknown => {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name
    .split('.')
    .reduce<unknown>((at, part) => (isRecord(at) && Object.hasOwn(at, part) ? at[part] : undefined), claims);
};

/** Those with a desk come first: they are never beside another role. */
const BY_RANK: readonly Role[] = ['supervisor', 'responder', ...FURTHER_ROLES];

/**
 * `absent`: the claim is not there. Null: it is, and gives no role. Someone with several roles has the first by rank, and the others
 * that can stand beside it.
 */
export const accessTold = (
  claims: ProviderClaims,
  { claim, roles }: RoleClaim,
): ToldAccess | null | 'absent' => {
  const value = claimIn(claims, claim);
  if (value === undefined) return 'absent';
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const told = new Set(
    values.flatMap((one) => (typeof one === 'string' && Object.hasOwn(roles, one) ? (roles[one] ?? []) : [])),
  );
  const role = BY_RANK.find((one) => told.has(one));
  if (role === undefined) return null;
  const furtherRoles = ROLES.filter(
    (one) => one !== role && told.has(one) && FURTHER_ROLES.some((further) => further === one),
  );
  return { role, furtherRoles };
};
