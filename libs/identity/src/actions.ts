import { mayEver, type Permission, type PermissionRole } from './permissions';

/** What people ask of each other's rights, each by the permission that decides it. The table of permissions has every detail. */
const ACTIONS = [
  ['take_chats', 'offer.answer'],
  ['watch_chats', 'board.read'],
  ['decide_safety', 'emergency.log'],
  ['review', 'review.give'],
  ['look_back', 'history.list'],
  ['hold', 'hold.decide'],
  ['export_audit', 'audit.export'],
  ['set_up', 'setup.change'],
  ['invite', 'people.invite'],
  ['agree', 'access.agree'],
] as const satisfies readonly (readonly [string, Permission])[];

export type Action = (typeof ACTIONS)[number][0];

/** What someone with these roles may do. */
export const actionsOf = (roles: readonly PermissionRole[]): Action[] =>
  ACTIONS.filter(([, permission]) => mayEver(permission, roles)).map(([action]) => action);
