import type { Session } from '@warmline/contracts';
import type { Role } from '@warmline/vocabulary';

type Roles = Pick<Session['staff'], 'role' | 'furtherRoles'>;

/** Whether any of these is one of their roles. */
export const hasRole = ({ role, furtherRoles }: Roles, ...wanted: readonly Role[]): boolean =>
  [role, ...furtherRoles].some((one) => wanted.includes(one));
