import { limitProblems, limitRows } from './limits';

const [row = {}] = limitRows([
  {
    rule: 'hideAfter',
    binds: 'at_most',
    usual: 2,
    strictest: 1,
    unit: 'minutes',
    size: 60_000,
    choices: [0, 1, 2, 5],
  },
]);

describe('a limit that is the service’s own choice', () => {
  it('may be any of its choices, also a larger one than the default', () => {
    const wrong = [0, 1, 2, 3, 5, 9].filter((own) => limitProblems({ ...row, own }, row).length > 0);
    expect(wrong).toEqual([3, 9]);
  });

  it('says which values there are', () => {
    expect(limitProblems({ ...row, own: 3 }, row)).toEqual([
      { column: 'own', problem: { code: 'not_one_of', choices: ['0', '1', '2', '5'] } },
    ]);
  });
});
