import { StatementNames } from './prepared-statement-client';

describe('names of prepared statements', () => {
  it('a statement keeps its name, and another text has another', () => {
    const names = new StatementNames(2);
    const first = names.nameOf('select $1');
    expect(names.nameOf('select $1')).toBe(first);
    expect(names.nameOf('select $2')).not.toBe(first);
  });

  it('a statement beyond the number that is kept has no name, and earlier ones keep theirs', () => {
    const names = new StatementNames(1);
    const first = names.nameOf('select $1');
    expect(names.nameOf('select $2')).toBeNull();
    expect(names.nameOf('select $1')).toBe(first);
  });
});
