import { accessChanges } from './access-changes';
import type { Values } from './list';

const sam = { sign_in_name: 'sam', role: 'responder', skills: ['Young people'], active: true };
const changesOf = (before: Values | null, after: Values) =>
  accessChanges(before === null ? [] : [before], [after]).map(({ change }) => change);

describe('changes of access', () => {
  it.each([
    ['another role', { ...sam, role: 'supervisor' }, [{ what: 'role', from: 'responder', to: 'supervisor' }]],
    [
      'other further roles',
      { ...sam, further_roles: ['trainer'] },
      [{ what: 'further_roles', given: ['trainer'], taken: [] }],
    ],
    ['deactivated', { ...sam, active: false }, [{ what: 'active', to: false }]],
    ['one more skill', { ...sam, skills: ['Young people', 'Grief'] }, [{ what: 'skills_given', count: 1 }]],
    ['no skill any more', { ...sam, skills: null }, [{ what: 'skills_taken', count: 1 }]],
    [
      'one skill for two others',
      { ...sam, skills: ['Grief', 'Work'] },
      [
        { what: 'skills_given', count: 2 },
        { what: 'skills_taken', count: 1 },
      ],
    ],
    ['another name', { ...sam, name: 'Samira' }, []],
    ['the same skills in another order', sam, []],
  ])('%s is what it says', (_, after, expected) => {
    expect(changesOf(sam, after)).toEqual(expected);
  });

  it('activating someone is a change', () => {
    expect(changesOf({ ...sam, active: false }, sam)).toEqual([{ what: 'active', to: true }]);
  });

  it('a person who is added becomes what the row says', () => {
    expect(changesOf(null, { ...sam, active: false })).toEqual([
      { what: 'role', from: null, to: 'responder' },
      { what: 'active', to: false },
      { what: 'skills_given', count: 1 },
    ]);
  });

  it('each change names its person', () => {
    const kim = { ...sam, sign_in_name: 'kim' };
    expect(accessChanges([sam, kim], [sam, { ...kim, role: 'administrator' }])).toEqual([
      { signInName: 'kim', change: { what: 'role', from: 'responder', to: 'administrator' } },
    ]);
  });
});
