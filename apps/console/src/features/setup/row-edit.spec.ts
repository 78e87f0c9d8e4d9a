import { aSetupList } from '../../testing/setup-service';
import { changesBetween, mergedRow } from './row-edit';

const hello = { stage: 'connect', title: 'Say hello', body: 'Hello', sends_unedited: 'no' };
const other = { stage: 'close', title: 'Begin to end', body: 'Ten minutes', sends_unedited: 'yes' };

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
