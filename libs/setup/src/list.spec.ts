import { changesOf, isNoChange } from './changes';
import { problemsOfTakenNames, validateRows, type Row, type ListDefinition, type Values } from './list';
import { lists } from './lists';

const list: ListDefinition = {
  kind: 'places',
  columns: [
    { name: 'name', kind: 'text', most: 20 },
    { name: 'rank', kind: 'whole', least: 1, most: 9 },
    { name: 'skill', kind: 'text', most: 20, optional: true, refersTo: 'skills' },
  ],
  key: ['name'],
  absent: 'remove',
  ordered: true,
};
const around = { known: { skills: new Set(['listening']) } };
const row = (name: string, rank = '1', skill = ''): Row => ({ name, rank, skill });
const values = (...rows: readonly Row[]): readonly Values[] => {
  const judgement = validateRows(list, rows, around);
  if (!judgement.isValid) throw new Error(JSON.stringify(judgement.problems));
  return judgement.rows;
};

describe('validateRows', () => {
  it('accepts rows whose cells are all valid', () => {
    expect(values(row('A'), row('B', '2', 'listening'))).toEqual([
      { name: 'A', rank: 1, skill: null },
      { name: 'B', rank: 2, skill: 'listening' },
    ]);
  });

  it('rejects a list with an invalid cell and reports every problem with its row and column', () => {
    expect(validateRows(list, [row('', 'x'), row('B'), row('b', '2', 'juggling')], around)).toEqual({
      isValid: false,
      problems: [
        { row: 1, column: 'name', problem: { code: 'missing' } },
        { row: 1, column: 'rank', problem: { code: 'not_a_whole_number', least: 1, most: 9 } },
        { row: 3, column: 'skill', problem: { code: 'unknown' } },
        { row: 3, column: null, problem: { code: 'twice', first: 2 } },
      ],
    });
  });

  it('accepts a list without rows', () => {
    expect(validateRows(list, [], around)).toEqual({ isValid: true, rows: [] });
  });
});

describe('changesOf', () => {
  const before = values(row('A'), row('B'), row('C'));

  it('finds no changes in the same list', () => {
    expect(isNoChange(changesOf(list, before, before))).toBe(true);
  });

  it('finds the rows that were added, changed and removed', () => {
    const after = values(row('B', '2'), row('C'), row('D'));
    expect(changesOf(list, before, after)).toEqual({
      added: values(row('D')),
      changed: values(row('B', '2')),
      removed: values(row('A')),
      moved: false,
    });
  });

  it('finds a new order of the rows that stay', () => {
    const changes = changesOf(list, before, values(row('C'), row('B')));
    expect(changes.moved).toBe(true);
    expect(isNoChange(changes)).toBe(false);
  });

  it('never removes a person', () => {
    const [person] = [
      { sign_in_name: 'sam', name: 'Sam', role: 'responder', capacity: 2, active: true } as const,
    ];
    expect(isNoChange(changesOf(lists.people, [person], []))).toBe(true);
  });
});

describe('the lists', () => {
  it.each(Object.values(lists))(
    '$kind has its key among its columns and is found under its own kind',
    (one) => {
      expect(lists[one.kind]).toBe(one);
      const names: readonly string[] = one.columns.map(({ name }) => name);
      expect(names).toEqual([...new Set(names)]);
      expect(names).toEqual(expect.arrayContaining([...one.key]));
    },
  );
});

describe('the names of training', () => {
  const record = (module: string) => ({
    sign_in_name: 'sam',
    module,
    grants: '',
    passed_on: '2026-01-31',
    valid_until: '2027-01-30',
  });
  const known = { people: new Set(['sam']), skills: new Set(['Bereavement']) };
  const judged = (module: string, stored: readonly Values[] = []) =>
    validateRows(lists.training, [record(module)], { known, stored });

  it('are those everyone has and the skills, so that "Safeguarding" is refused and disables no one', () => {
    for (const module of ['core_safeguarding', 'practice_lonely', 'Bereavement'])
      expect(judged(module)).toMatchObject({ isValid: true });
    expect(judged('Safeguarding')).toEqual({
      isValid: false,
      problems: [{ row: 1, column: 'module', problem: { code: 'unknown' } }],
    });
  });

  it('that the list has already stay valid', () => {
    expect(judged('First aid', [{ module: 'First aid' }])).toMatchObject({ isValid: true });
  });
});

describe('sign-in names', () => {
  it('[SEC3] that people of another service have are told at their rows', () => {
    const rows = [{ sign_in_name: 'jo' }, { sign_in_name: 'kim' }];
    expect(problemsOfTakenNames(rows, ['kim'])).toEqual([
      { row: 2, column: 'sign_in_name', problem: { code: 'name_taken' } },
    ]);
    expect(problemsOfTakenNames(rows, [])).toEqual([]);
  });
});
