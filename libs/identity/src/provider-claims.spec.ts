import { accessTold } from './provider-claims';

const roles = {
  helpers: 'responder',
  leads: 'supervisor',
  office: 'administrator',
  training: 'trainer',
} as const;
const told = (claims: Readonly<Record<string, unknown>>, claim = 'groups') =>
  accessTold(claims, { claim, roles });

describe('what a provider says of someone', () => {
  it('[ACC3] is the role of the value, or of several by rank with what can stand beside it', () => {
    expect(told({ groups: 'helpers' })).toEqual({ role: 'responder', furtherRoles: [] });
    expect(told({ groups: ['helpers', 'office', 'leads', 'training'] })).toEqual({
      role: 'supervisor',
      furtherRoles: ['administrator', 'trainer'],
    });
    expect(told({ groups: ['training', 'office'] })).toEqual({
      role: 'administrator',
      furtherRoles: ['trainer'],
    });
  });

  it('[ACC3] is no role for values that stand for none, however they look', () => {
    for (const groups of [[], '', 'HELPERS', ['toString', '__proto__', 7, null, {}], { leads: true }, null])
      expect(told({ groups })).toBeNull();
  });

  it('is read inside another claim, and is absent where it is not there', () => {
    const claims = { realm: { roles: ['leads'] }, 'https://a.example/roles': 'helpers' };
    expect(told(claims, 'realm.roles')).toEqual({ role: 'supervisor', furtherRoles: [] });
    expect(told(claims, 'https://a.example/roles')).toEqual({ role: 'responder', furtherRoles: [] });
    for (const name of ['groups', 'realm.none', 'realm.roles.0.x', 'constructor.name'])
      expect(told(claims, name)).toBe('absent');
  });
});
