import { CLAIMS_SHOWN, type Tried } from '@warmline/contracts';
import { accessTold, type RoleClaim } from '@warmline/identity';
import type { Recognised } from './identity-provider';

type Missing = Extract<Tried, { outcome: 'came' }>['missing'][number];

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** What the token does not say, of what would be read. */
const missingIn = (
  { claims, askedAt, hasSecondFactor }: Recognised,
  roleClaim: RoleClaim | null,
): Missing[] => [
  ...(hasSecondFactor ? [] : (['second_factor'] as const)),
  ...(askedAt === null ? (['auth_time'] as const) : []),
  ...(isText(claims['name']) ? [] : (['name'] as const)),
  ...(isText(claims['preferred_username']) || isText(claims['email']) ? [] : (['sign_in_name'] as const)),
  ...(roleClaim !== null && accessTold(claims, roleClaim) === 'absent' ? (['roles'] as const) : []),
];

/** Names of what came, and what it means here. No value of a claim is in it. */
export const whatCame = (
  recognised: Recognised,
  roleClaim: RoleClaim | null,
  opens: 'yours' | 'another' | 'none',
): Tried => {
  const told = roleClaim === null ? null : accessTold(recognised.claims, roleClaim);
  return {
    outcome: 'came',
    claims: Object.keys(recognised.claims)
      .map((name) => name.slice(0, 100))
      .sort()
      .slice(0, CLAIMS_SHOWN),
    missing: missingIn(recognised, roleClaim),
    hasSecondFactor: recognised.hasSecondFactor,
    told:
      told === null || told === 'absent' ? null : { role: told.role, furtherRoles: [...told.furtherRoles] },
    opens,
  };
};
