import type { ConversationId, ServiceId, SessionId, StaffId } from '@warmline/kernel';
import type { Role } from '@warmline/vocabulary';

/** Someone with a page of their own: the token's hash is all we know; the conversation once it exists. */
export interface VisitorPrincipal {
  readonly kind: 'visitor';
  readonly conversation: ConversationId | null;
}

/** A signed-in member of staff, by one session. `name` is the alias visitors see. */
export interface StaffPrincipal {
  readonly kind: 'staff';
  readonly staff: StaffId;
  readonly session: SessionId;
  readonly service: ServiceId;
  readonly role: Role;
  /** What they are beside it. */
  readonly furtherRoles: readonly Role[];
  readonly name: string;
}

/** A page on a screen on a wall, by its link. It is nobody: it reads the figures of its service, and nothing else. */
export interface WallPrincipal {
  readonly kind: 'wall';
  readonly service: ServiceId;
}

export interface AnyonePrincipal {
  readonly kind: 'anyone';
}

export type Principal = VisitorPrincipal | StaffPrincipal | WallPrincipal | AnyonePrincipal;

/** Whether this is one of their roles. */
export const hasRole = (
  { role, furtherRoles }: Pick<StaffPrincipal, 'role' | 'furtherRoles'>,
  wanted: Role,
): boolean => role === wanted || furtherRoles.includes(wanted);
