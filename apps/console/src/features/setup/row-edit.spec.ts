import { aSetupList, column } from '../../testing/setup-service';
import { changesBetween, emptyRow, mergedRow } from './row-edit';

const hello = { stage: 'connect', title: 'Say hello', body: 'Hello', sends_unedited: 'no' };
const other = { stage: 'close', title: 'Begin to end', body: 'Ten minutes', sends_unedited: 'yes' };

describe('a new row', () => {
  it('of a person has what is usual here, so that it can be saved; of another list nothing is guessed', () => {
    const columns = [column('name'), column('capacity'), column('languages')];
    const rows = [{ name: 'Kit', capacity: '1', languages: 'cy; en' }];
    const usual = { name: '', capacity: '2', languages: 'cy; en' };
    expect(emptyRow(aSetupList({ list: 'people', columns, rows }))).toEqual(usual);
    expect(emptyRow(aSetupList({ list: 'people', columns, rows: [] }))).toEqual({
      ...usual,
      languages: 'en',
    });
    expect(emptyRow(aSetupList({ columns, rows }))).toEqual({ name: '', capacity: '', languages: '' });
  });
});

describe('a row that two people edit', () => {
  it('keeps what the other person saved in fields that this person did not change', () => {
    const now = aSetupList({ rows: [other, { ...hello, body: 'Good evening' }] });
    expect(mergedRow(now, hello, { ...hello, sends_unedited: 'yes' })).toEqual({
      ...hello,
      body: 'Good evening',
      sends_unedited: 'yes',
    });
  });

  it('is the whole row again where the other person deleted it', () => {
    expect(mergedRow(aSetupList({ rows: [other] }), hello, { ...hello, body: 'Hi' })).toEqual({
      ...hello,
      body: 'Hi',
    });
  });
});

describe('what another person changed', () => {
  it('is told row by row, deleted rows first', () => {
    const before = aSetupList({ rows: [hello, other] });
    const after = aSetupList({
      rows: [
        { ...other, title: 'Wind down' },
        { ...hello, body: 'Hi' },
      ],
    });
    expect(changesBetween(before, after)).toEqual([
      { what: 'removed', row: other },
      { what: 'changed', row: { ...hello, body: 'Hi' }, was: hello },
      { what: 'added', row: { ...other, title: 'Wind down' } },
    ]);
    expect(changesBetween(before, before)).toEqual([]);
  });
});
