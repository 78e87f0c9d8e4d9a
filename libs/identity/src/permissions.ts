import { ROLES, type Role } from '@warmline/vocabulary';
import type { Principal } from './principal';

/** Who is asking, as the table below names them. */
export type PermissionRole = 'anyone' | 'visitor' | 'wall' | Role;

/**
 * How the person who asks must be related to the thing. Postgres checks the relation in the transaction
 * that reads or writes. A missing relation gets the same answer as a thing that does not exist.
 *
 * - `public`: none needed · `self`: their own session or desk · `own`: the visitor's conversation
 * - `holder`: holds it under the epoch given · `held`: holds it, or held it and must still wrap up
 * - `offered`: the open offer is theirs · `party`: is asked to take a conversation over, or has accepted to · `observer`: is reading along, recorded · `service`: anything in their service
 */
export type Relation =
  'public' | 'self' | 'own' | 'holder' | 'held' | 'offered' | 'party' | 'observer' | 'service';

type Grants = { readonly [Who in PermissionRole]?: readonly Relation[] };

const everyone: Grants = {
  anyone: ['public'],
  visitor: ['public'],
  responder: ['public'],
  supervisor: ['public'],
  administrator: ['public'],
  safeguarding_lead: ['public'],
  trainer: ['public'],
  auditor: ['public'],
};
const staff = (relation: Relation): Grants => ({ responder: [relation], supervisor: [relation] });
/** Everyone with a session. An administrator sets up, and talks with nobody. The last three have no desk either. */
const signedIn = (relation: Relation): Grants => ({
  ...staff(relation),
  administrator: [relation],
  safeguarding_lead: [relation],
  trainer: [relation],
  auditor: [relation],
});
/** Supervisors, and trainers beside them. */
const training: Grants = { supervisor: ['service'], trainer: ['service'] };

/** Everything anyone may do. What is not listed is refused: closed by default. */
export const permissions = {
  'service.read': everyone,
  'health.read': everyone,
  'page.read': everyone,
  'session.begin': everyone,
  // With the half session alone, which the password gives.
  'session.prove': everyone,
  // With the link of an invite alone.
  'invite.accept': everyone,
  // With the set-up link alone, while there is no administrator.
  'service.set_up': everyone,
  'session.read': signedIn('self'),
  'session.end': signedIn('self'),
  'session.renew': signedIn('self'),
  'account.read': signedIn('self'),
  'account.change': signedIn('self'),
  'content.read': staff('service'),

  'setup.read': { administrator: ['service'] },
  'setup.change': { administrator: ['service'] },
  'service.open': { administrator: ['service'] },
  'test_chat.hold': { administrator: ['self'] },
  'people.invite': { administrator: ['service'] },
  // The link that they made themselves, which a second person does as well.
  'invite.mail': { supervisor: ['service'], administrator: ['service'] },
  // The second person of a changed role or account. Not who proposed it, and not whom it concerns.
  'access.agree': { supervisor: ['service'], administrator: ['service'] },

  'conversation.start': { visitor: ['self'] },
  'conversation.open': { visitor: ['own'] },
  'conversation.leave': { anyone: ['own'], visitor: ['own'] },
  'conversation.read': {
    visitor: ['own'],
    responder: ['held', 'party'],
    supervisor: ['held', 'party', 'observer'],
  },
  'conversation.write': { visitor: ['own'], responder: ['holder'], supervisor: ['holder'] },
  'conversation.end': { visitor: ['own'], responder: ['holder'], supervisor: ['holder'] },
  'ending.ask': staff('holder'),
  'ending.agree': { supervisor: ['service'] },
  'ending.write_up': { supervisor: ['service'] },
  'complaint.make': everyone,
  'complaint.read': { supervisor: ['service'] },
  'complaint.answer': { supervisor: ['service'] },
  'after_chat.answer': { visitor: ['own'] },
  'conversation.wrap_up': staff('held'),
  'conversation.observe': { supervisor: ['service'] },

  'conversation.join': { supervisor: ['observer'] },
  'note.add': { responder: ['held'], supervisor: ['held', 'observer'] },
  'note.read': { responder: ['held', 'party'], supervisor: ['held', 'party', 'observer'] },
  'private_lane.use': { responder: ['holder'], supervisor: ['holder', 'observer'] },

  'safety.set': { responder: ['holder'], supervisor: ['holder', 'service'] },
  'safety.read': { responder: ['held', 'party'], supervisor: ['held', 'party', 'observer', 'service'] },
  'safety.record': { responder: ['holder'], supervisor: ['holder', 'service'] },
  'safety.close': { supervisor: ['service'] },
  'emergency.log': { supervisor: ['service'] },

  'conversation.take_over': { supervisor: ['service'] },

  'handover.propose': { responder: ['holder'], supervisor: ['holder', 'service'] },
  'handover.withdraw': { responder: ['party'], supervisor: ['party', 'service'] },
  'handover.receive': staff('party'),
  'handover.answer': { visitor: ['own'] },

  'help.call': { responder: ['self', 'held'], supervisor: ['self', 'held'] },
  'help.end': { responder: ['self'], supervisor: ['self', 'service'] },
  'help.answer': { supervisor: ['service'] },
  'everyone.ask': { supervisor: ['service'] },
  'everyone.answer': staff('self'),

  'practice.use': { responder: ['self', 'party'], supervisor: ['self', 'party'] },
  'practice.read': {
    responder: ['self', 'party'],
    supervisor: ['self', 'party', 'service'],
    trainer: ['self', 'party', 'service'],
  },
  'practice.advise': training,
  'review.list': training,
  'review.mark': training,
  'review.read': training,
  'review.give': training,
  'feedback.read': staff('self'),
  'feedback.reply': staff('self'),
  'readers.list': staff('self'),
  'history.list': { supervisor: ['service'], safeguarding_lead: ['service'], auditor: ['service'] },
  'history.read': { supervisor: ['service'], safeguarding_lead: ['service'], auditor: ['service'] },

  // Settings before and after; and what one person did, which is recorded.
  'history.settings': {
    supervisor: ['service'],
    administrator: ['service'],
    safeguarding_lead: ['service'],
    auditor: ['service'],
  },
  'history.person': { supervisor: ['service'], safeguarding_lead: ['service'], auditor: ['service'] },

  'hold.read': { supervisor: ['service'], safeguarding_lead: ['service'], auditor: ['service'] },
  'hold.decide': { supervisor: ['service'], safeguarding_lead: ['service'] },

  'desk.open': staff('self'),
  // One's own shifts, training and swaps.
  'rota.read': staff('self'),
  'rota.swap': staff('self'),
  'rota.oversee': { supervisor: ['service'] },
  'availability.set': staff('self'),
  'day.arrange': staff('self'),
  'offer.answer': staff('offered'),
  'audit.export': { supervisor: ['service'], auditor: ['service'] },
  'board.read': { supervisor: ['service'] },
  // The one thing that a page on a wall may do. Figures only: no name, no conversation.
  'wall.read': { wall: ['service'] },
  'queue.arrange': { supervisor: ['service'] },
  'flood.set_aside': { supervisor: ['service'] },
  'people.care': { supervisor: ['service'] },
  'door.set': { supervisor: ['service'] },
} as const satisfies Record<string, Grants>;

export type Permission = keyof typeof permissions;

/** A person may have several roles, and may do what any of them may. */
export const permissionRolesOf = (principal: Principal): readonly PermissionRole[] =>
  principal.kind === 'staff' ? [principal.role, ...principal.furtherRoles] : [principal.kind];

/** The relations that permit the permission to this role. Empty means never. */
export const grants = (permission: Permission, role: PermissionRole): readonly Relation[] => {
  const table: Grants = permissions[permission];
  return table[role] ?? [];
};

/** Whether someone with these roles could ever do it. The relation to the thing must still be checked. */
export const mayEver = (permission: Permission, roles: readonly PermissionRole[]): boolean =>
  roles.some((role) => grants(permission, role).length > 0);

/** The roles of staff that could ever do it. */
export const rolesWith = (permission: Permission): readonly Role[] =>
  ROLES.filter((role) => grants(permission, role).length > 0);
