import { instant, later } from '@warmline/kernel';
import { numbered } from '@warmline/kernel/testing';
import type { Values } from './list';
import {
  holdBack,
  problemsOfProposals,
  SECOND_PERSON_WITHIN,
  whyNotSecond,
  type ProposalNow,
} from './second-person';

const sam = { sign_in_name: 'sam', name: 'Sam', role: 'responder', active: true };
const ana = { sign_in_name: 'ana', name: 'Ana', role: 'supervisor', active: true };
const kit = { sign_in_name: 'kit', name: 'Kit', role: 'administrator', active: true };

const held = (was: Values | null, is: Values) => {
  const { after, wanted } = holdBack(was === null ? [] : [was], [is]);
  const [row] = after;
  return [row?.['role'], row?.['active'], wanted.length];
};

describe('a list of people that one person saves', () => {
  it.each([
    ['a role', sam, { ...sam, role: 'supervisor' }, ['responder', true, 1]],
    ['a role taken away', ana, { ...ana, role: 'responder' }, ['supervisor', true, 1]],
    ['a further role', ana, { ...ana, further_roles: ['auditor'] }, ['supervisor', true, 1]],
    [
      'the end of a supervisor who administers',
      { ...ana, further_roles: ['administrator'] },
      { ...ana, further_roles: ['administrator'], active: false },
      ['supervisor', true, 1],
    ],
    ['a new administrator', null, kit, ['responder', false, 1]],
    ['a new supervisor', null, ana, ['responder', false, 1]],
    ['an administrator who is deactivated', kit, { ...kit, active: false }, ['administrator', true, 1]],
    ['a supervisor who is active again', { ...ana, active: false }, ana, ['supervisor', false, 1]],
    [
      'a role of someone who becomes active',
      { ...sam, active: false },
      { ...sam, role: 'administrator' },
      ['responder', false, 1],
    ],
  ])('[ACC3] leaves %s to a second person', (_, was, is, expected) => {
    expect(held(was, is)).toEqual(expected);
  });

  it.each([
    ['adds a responder', null, sam, ['responder', true, 0]],
    ['deactivates a responder', sam, { ...sam, active: false }, ['responder', false, 0]],
    ['deactivates a supervisor', ana, { ...ana, active: false }, ['supervisor', false, 0]],
    ['has a responder active again', { ...sam, active: false }, sam, ['responder', true, 0]],
    ['changes a name', kit, { ...kit, name: 'Kitty' }, ['administrator', true, 0]],
  ])('[ACC3] %s at once', (_, was, is, expected) => {
    expect(held(was, is)).toEqual(expected);
  });

  it('[ACC3] deactivates a supervisor at once, and leaves the role that goes with it to a second person', () => {
    expect(held(ana, { ...ana, role: 'responder', furtherRoles: [], active: false })).toEqual([
      'supervisor',
      false,
      1,
    ]);
  });

  it('keeps everything else of a row whose role waits', () => {
    const { after, wanted } = holdBack([sam], [{ ...sam, name: 'Samira', role: 'administrator' }]);
    expect(after).toEqual([{ ...sam, name: 'Samira', further_roles: [] }]);
    expect(wanted).toEqual([
      {
        signInName: 'sam',
        from: { role: 'responder', furtherRoles: [], active: true },
        to: { role: 'administrator', furtherRoles: [], active: true },
      },
    ]);
  });
});

describe('the second person', () => {
  const proposedAt = instant(1_000_000);
  const [whom, by, other] = [numbered.staff(1), numbered.staff(2), numbered.staff(3)];
  const proposal: ProposalNow = {
    staff: whom,
    by,
    linkGivers: [],
    expiresAt: later(proposedAt, SECOND_PERSON_WITHIN),
    isOver: false,
    mayPropose: true,
    from: { role: 'responder', furtherRoles: [], active: true },
    is: { role: 'responder', furtherRoles: [], active: true },
  };
  const why = (over: Partial<ProposalNow>, person = other, after = 0) =>
    whyNotSecond({ ...proposal, ...over }, person, later(proposedAt, after));

  it('[ACC3] is neither who proposed it nor whom it concerns', () => {
    expect([why({}), why({}, by), why({}, whom)]).toEqual([null, 'not_yourself', 'not_yourself']);
  });

  it('[ACC3] has not recovered the account of who proposed it just before', () => {
    const linkGivers = [numbered.staff(4), numbered.staff(5)];
    expect([...linkGivers, other].map((person) => why({ linkGivers }, person))).toEqual([
      'not_yourself',
      'not_yourself',
      null,
    ]);
  });

  it('[ACC3] has 72 hours', () => {
    expect(why({}, other, SECOND_PERSON_WITHIN - 1)).toBeNull();
    expect(why({}, other, SECOND_PERSON_WITHIN)).toBe('proposal_over');
  });

  it.each([
    ['is over', { isOver: true }],
    ['was made by someone who is no administrator any more', { mayPropose: false }],
    [
      'is about someone who has changed since',
      { is: { role: 'responder', furtherRoles: [], active: false } as const },
    ],
  ])('[ACC3] agrees to nothing that %s', (_, over) => {
    expect(why(over)).toBe('proposal_over');
  });
});

describe('a save', () => {
  const from = { role: 'responder', furtherRoles: [], active: true } as const;
  const wanted = Array.from({ length: 51 }, (_, index) => ({
    signInName: `rae.${index}`,
    from,
    to: { ...from, role: 'supervisor' } as const,
  }));

  it('[ACC3] proposes 50 changes at most', () => {
    expect(problemsOfProposals(wanted.slice(1))).toEqual([]);
    expect(problemsOfProposals(wanted)).toEqual([
      { row: null, column: null, problem: { code: 'too_many_proposals', most: 50 } },
    ]);
  });
});
