import { instant, staffId } from '@warmline/kernel';
import {
  bytes,
  changedRows,
  dateMoment,
  flag,
  hexBytes,
  idOf,
  list,
  moment,
  number,
  oneOf,
  optional,
  row,
  text,
  UnexpectedRow,
  whole,
} from './parse-rows';

const ID = '01a22c80-abce-7177-ba5c-b1c08a55e791';
const band = oneOf<'warm' | 'cold'>({ warm: true, cold: true });

describe('a column', () => {
  it.each([
    ['text', text, 'Sam', 'Sam'],
    ['flag', flag, false, false],
    ['number', number, 1.5, 1.5],
    ['whole', whole, 3, 3],
    ['moment', moment, 1_000, instant(1_000)],
    ['dateMoment', dateMoment, new Date(1_000), instant(1_000)],
    ['bytes', bytes, Buffer.of(1), Buffer.of(1)],
    ['hexBytes', hexBytes, '01ff', Buffer.of(1, 255)],
    ['optional', optional(text), null, null],
    ['list', list(whole), [1, 2], [1, 2]],
    ['oneOf', band, 'warm', 'warm'],
    ['idOf', idOf(staffId), ID, ID],
  ])('%s reads what it is for', (_name, column, answer, value) => {
    expect(column(answer)).toEqual(value);
  });

  it.each([
    ['text', text, 1],
    ['text', text, null],
    ['flag', flag, 't'],
    ['number', number, '1'],
    ['number', number, Number.NaN],
    ['whole', whole, 1.5],
    ['whole', whole, '9007199254740993'],
    ['moment', moment, 1_000.25],
    ['dateMoment', dateMoment, 1_000],
    ['bytes', bytes, '01'],
    ['list', list(whole), '{1,2}'],
    ['list', list(whole), [1, 'two']],
    ['oneOf', band, 'toString'],
  ])('%s refuses anything else', (_name, column, answer) => {
    expect(() => column(answer)).toThrow(UnexpectedRow);
  });
});

describe('a row', () => {
  const parse = row<{ name: string; held: number[] }>({ name: text, held: list(whole) });

  it('keeps the columns it names and no other', () => {
    expect(parse({ name: 'Sam', held: [1], secret: 'x' })).toEqual({ name: 'Sam', held: [1] });
  });

  it('says which column is not as expected, and not what is in it', () => {
    expect(() => parse({ name: 7_391, held: [] })).toThrow('name: expected text');
    expect(() => parse({ held: [] })).toThrow(/^((?!7391).)*$/);
    expect(() => parse([])).toThrow(UnexpectedRow);
  });
});

it('an update says how many rows it has changed', () => {
  expect(changedRows([[], 2])).toBe(2);
  expect(() => changedRows([])).toThrow(UnexpectedRow);
});
