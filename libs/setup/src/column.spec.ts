import { readCell, writeCell, type Column, type Problem } from './column';

const problemOf = (column: Column, cell: string): Problem['code'] | null => {
  const read = readCell(column, cell);
  return 'problem' in read ? read.problem.code : null;
};
const valueOf = (column: Column, cell: string): unknown => {
  const read = readCell(column, cell);
  return 'value' in read ? read.value : undefined;
};

const called: Column = { name: 'name', kind: 'text', most: 5, names: 'person' };
const text: Column = { name: 'title', kind: 'text', most: 5 };
const day: Column = { name: 'on', kind: 'day' };
const time: Column = { name: 'at', kind: 'time' };
const link: Column = { name: 'url', kind: 'link', most: 40 };
const whole: Column = { name: 'count', kind: 'whole', least: 1, most: 3 };
const list: Column = { name: 'skills', kind: 'list', of: { kind: 'text', most: 8 }, most: 2, optional: true };

describe('a cell', () => {
  it.each([
    [text, ' abc ', 'abc'],
    [text, '🙂🙂🙂🙂🙂', '🙂🙂🙂🙂🙂'],
    [day, '29/2/2028', '2028-02-29'],
    [time, '9:00', '09:00'],
    [link, 'https://a.example/x?y=1', 'https://a.example/x?y=1'],
    [whole, '3', 3],
    [{ name: 'on', kind: 'yes_no' }, 'Yes', true],
    [{ name: 'on', kind: 'yes_no' }, '0', false],
    [list, 'one; two ;one', ['one', 'two']],
    [list, '', []],
    [{ ...text, optional: true }, '  ', null],
  ] as const)('of %o reads %j as %j', (column, cell, value) => {
    expect(valueOf(column, cell)).toEqual(value);
  });

  it.each([
    [text, '', 'missing'],
    [text, 'abcdef', 'too_long'],
    [called, 'S\u200Bam', 'hidden'],
    [called, 'S\nam', 'hidden'],
    [day, '2027-02-29', 'not_a_day'],
    [day, '2027-13-01', 'not_a_day'],
    [time, '24:01', 'not_a_time'],
    [link, 'http://a.example', 'not_a_link'],
    [link, 'javascript:alert(1)', 'not_a_link'],
    [link, 'https://someone@a.example', 'not_a_link'],
    [whole, '0', 'not_a_whole_number'],
    [whole, '2.0', 'not_a_whole_number'],
    [whole, '1e0', 'not_a_whole_number'],
    [{ name: 'on', kind: 'yes_no' }, 'maybe', 'not_one_of'],
    [{ name: 'role', kind: 'choice', choices: ['a'] }, 'b', 'not_one_of'],
    [{ name: 'who', kind: 'name', most: 9 }, 'Sam', 'not_a_name'],
    [list, 'a;b;c', 'too_long'],
    [list, 'far too long an item', 'too_long'],
  ] as const)('of %o says of %j: %s', (column, cell, code) => {
    expect(problemOf(column, cell)).toBe(code);
  });

  it.each([
    [list, ['one', 'two']],
    [whole, 2],
    [{ name: 'on', kind: 'yes_no' }, false],
    [{ ...day, optional: true }, null],
  ] as const)('of %o is written so that %j is read back', (column, value) => {
    expect(valueOf(column, writeCell(value))).toEqual(value);
  });

  it('says that a link of 80,000 characters is too long, before any pattern meets it', () => {
    expect(problemOf(link, `https://${'a.'.repeat(40_000)} @`)).toBe('too_long');
  });
});
