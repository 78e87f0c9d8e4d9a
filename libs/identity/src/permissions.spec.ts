import { numbered } from '@warmline/kernel/testing';
import {
  grants,
  mayEver,
  permissions,
  permissionRolesOf,
  type Permission,
  type PermissionRole,
} from './permissions';
import type { Principal } from './principal';

const everyone = {
  anyone: 'public',
  visitor: 'public',
  responder: 'public',
  supervisor: 'public',
  administrator: 'public',
  safeguarding_lead: 'public',
  trainer: 'public',
  auditor: 'public',
};
const signedIn = {
  responder: 'self',
  supervisor: 'self',
  administrator: 'self',
  safeguarding_lead: 'self',
  trainer: 'self',
  auditor: 'self',
};

/** The whole table once more, as a person would read it aloud: who may, and through which relation. */
const EXPECTED: Record<Permission, Partial<Record<PermissionRole, string>>> = {
  'service.read': everyone,
  'health.read': everyone,
  'page.read': everyone,
  'session.begin': everyone,
  'session.prove': everyone,
  'invite.accept': everyone,
  'people.invite': { administrator: 'service' },
  'invite.mail': { supervisor: 'service', administrator: 'service' },
  'service.open': { administrator: 'service' },
  'test_chat.hold': { administrator: 'self' },
  'access.agree': { supervisor: 'service', administrator: 'service' },
  'service.set_up': everyone,
  'session.read': signedIn,
  'session.end': signedIn,
  'session.renew': signedIn,
  'account.read': signedIn,
  'account.change': signedIn,
  'setup.read': { administrator: 'service' },
  'setup.change': { administrator: 'service' },
  'audit.export': { supervisor: 'service', auditor: 'service' },
  'practice.use': { responder: 'self party', supervisor: 'self party' },
  'practice.read': {
    responder: 'self party',
    supervisor: 'self party service',
    trainer: 'self party service',
  },
  'practice.advise': { supervisor: 'service', trainer: 'service' },
  'content.read': { responder: 'service', supervisor: 'service' },
  'conversation.start': { visitor: 'self' },
  'conversation.open': { visitor: 'own' },
  'conversation.leave': { anyone: 'own', visitor: 'own' },
  'conversation.read': { visitor: 'own', responder: 'held party', supervisor: 'held party observer' },
  'conversation.write': { visitor: 'own', responder: 'holder', supervisor: 'holder' },
  'conversation.end': { visitor: 'own', responder: 'holder', supervisor: 'holder' },
  'conversation.join': { supervisor: 'observer' },
  'note.add': { responder: 'held', supervisor: 'held observer' },
  'note.read': { responder: 'held party', supervisor: 'held party observer' },
  'private_lane.use': { responder: 'holder', supervisor: 'holder observer' },
  'complaint.make': everyone,
  'complaint.read': { supervisor: 'service' },
  'complaint.answer': { supervisor: 'service' },
  'after_chat.answer': { visitor: 'own' },
  'conversation.wrap_up': { responder: 'held', supervisor: 'held' },
  'ending.ask': { responder: 'holder', supervisor: 'holder' },
  'ending.agree': { supervisor: 'service' },
  'ending.write_up': { supervisor: 'service' },
  'conversation.observe': { supervisor: 'service' },
  'safety.set': { responder: 'holder', supervisor: 'holder service' },
  'safety.read': { responder: 'held party', supervisor: 'held party observer service' },
  'safety.record': { responder: 'holder', supervisor: 'holder service' },
  'safety.close': { supervisor: 'service' },
  'emergency.log': { supervisor: 'service' },
  'conversation.take_over': { supervisor: 'service' },
  'handover.propose': { responder: 'holder', supervisor: 'holder service' },
  'handover.withdraw': { responder: 'party', supervisor: 'party service' },
  'handover.receive': { responder: 'party', supervisor: 'party' },
  'handover.answer': { visitor: 'own' },
  'help.call': { responder: 'self held', supervisor: 'self held' },
  'help.end': { responder: 'self', supervisor: 'self service' },
  'help.answer': { supervisor: 'service' },
  'everyone.ask': { supervisor: 'service' },
  'everyone.answer': { responder: 'self', supervisor: 'self' },
  'review.list': { supervisor: 'service', trainer: 'service' },
  'review.mark': { supervisor: 'service', trainer: 'service' },
  'review.read': { supervisor: 'service', trainer: 'service' },
  'review.give': { supervisor: 'service', trainer: 'service' },
  'feedback.read': { responder: 'self', supervisor: 'self' },
  'feedback.reply': { responder: 'self', supervisor: 'self' },
  'readers.list': { responder: 'self', supervisor: 'self' },
  'history.list': { supervisor: 'service', safeguarding_lead: 'service', auditor: 'service' },
  'history.read': { supervisor: 'service', safeguarding_lead: 'service', auditor: 'service' },
  'history.settings': {
    supervisor: 'service',
    administrator: 'service',
    safeguarding_lead: 'service',
    auditor: 'service',
  },
  'history.person': { supervisor: 'service', safeguarding_lead: 'service', auditor: 'service' },
  'hold.read': { supervisor: 'service', safeguarding_lead: 'service', auditor: 'service' },
  'hold.decide': { supervisor: 'service', safeguarding_lead: 'service' },
  'desk.open': { responder: 'self', supervisor: 'self' },
  'rota.read': { responder: 'self', supervisor: 'self' },
  'rota.swap': { responder: 'self', supervisor: 'self' },
  'rota.oversee': { supervisor: 'service' },
  'availability.set': { responder: 'self', supervisor: 'self' },
  'day.arrange': { responder: 'self', supervisor: 'self' },
  'offer.answer': { responder: 'offered', supervisor: 'offered' },
  'board.read': { supervisor: 'service' },
  'wall.read': { wall: 'service' },
  'queue.arrange': { supervisor: 'service' },
  'flood.set_aside': { supervisor: 'service' },
  'people.care': { supervisor: 'service' },
  'door.set': { supervisor: 'service' },
};
const PERMISSION_ROLES: readonly PermissionRole[] = [
  'anyone',
  'visitor',
  'wall',
  'responder',
  'supervisor',
  'administrator',
  'safeguarding_lead',
  'trainer',
  'auditor',
];

const allPermissions = Object.keys(permissions) as Permission[];
const everyCell = allPermissions.flatMap((permission) =>
  PERMISSION_ROLES.map((role) => [role, permission] as const),
);

describe('permissions', () => {
  it('are settled for each permission by name, in this table too', () => {
    expect(Object.keys(EXPECTED).sort()).toEqual([...allPermissions].sort());
  });

  it.each(everyCell)('[SEC1] a %s has exactly the relations of the table for %s', (role, permission) => {
    const relations = EXPECTED[permission][role]?.split(' ') ?? [];
    expect(grants(permission, role)).toEqual(relations);
    expect(mayEver(permission, [role])).toBe(relations.length > 0);
  });

  it('an unknown role has no permissions', () => {
    for (const permission of allPermissions)
      expect(mayEver(permission, ['volunteer' as PermissionRole])).toBe(false);
  });

  it('[SEC1] let a wall page read its figures, and nothing else', () => {
    expect(allPermissions.filter((permission) => mayEver(permission, ['wall']))).toEqual(['wall.read']);
  });

  it('let nobody who is not signed in at anything of a service but what is public', () => {
    const open = allPermissions.filter((permission) => mayEver(permission, ['anyone']));
    for (const permission of open) expect([['public'], ['own']]).toContainEqual(grants(permission, 'anyone'));
  });
});

describe('permissionRolesOf', () => {
  const staff = {
    kind: 'staff',
    staff: numbered.staff(1),
    session: numbered.session(1),
    service: numbered.service(1),
    name: 'Sam',
    furtherRoles: [],
  } as const;
  const cases: readonly (readonly [PermissionRole, Principal])[] = [
    ['anyone', { kind: 'anyone' }],
    ['visitor', { kind: 'visitor', conversation: null }],
    ['visitor', { kind: 'visitor', conversation: numbered.conversation(1) }],
    ['wall', { kind: 'wall', service: numbered.service(1) }],
    ['responder', { ...staff, role: 'responder' }],
    ['supervisor', { ...staff, role: 'supervisor' }],
    ['administrator', { ...staff, role: 'administrator' }],
  ];
  it.each(cases)('is %s', (role, principal) => {
    expect(permissionRolesOf(principal)).toEqual([role]);
  });

  it('has every role of a person', () => {
    const both = { ...staff, role: 'supervisor', furtherRoles: ['auditor'] } as const;
    expect(permissionRolesOf(both)).toEqual(['supervisor', 'auditor']);
    expect([
      mayEver('audit.export', ['responder', 'auditor']),
      mayEver('offer.answer', ['trainer', 'auditor']),
    ]).toEqual([true, false]);
  });
});
