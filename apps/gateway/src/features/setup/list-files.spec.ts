import { lists } from '@warmline/setup';
import { readListFile, writeListFile } from './list-files';

const { limits, resources, starters } = lists;
const ROW = { stage: 'connect', title: 'Hello', body: 'Say "hi", and\nwait', sends_unedited: 'no' };
const HEADER = 'stage,title,body,sends_unedited';

describe('a file', () => {
  it.each(['csv', 'json'] as const)('a file of %s is read back as it was written', (format) => {
    expect(readListFile(starters, format, writeListFile(starters, format, [ROW]))).toEqual({ rows: [ROW] });
  });

  it.each([
    ['with semicolons', `${HEADER.replaceAll(',', ';')}\nconnect;Hello;Hi;no\n`],
    ['with tabs', `${HEADER.replaceAll(',', '\t')}\nconnect\tHello\tHi\tno`],
    [
      'with a mark, other line ends, spaces and capitals',
      `\uFEFF Stage , Title,BODY,sends_unedited\r\n connect, Hello ,Hi,no\r\n\r\n`,
    ],
    ['with its columns in another order', 'title,sends_unedited,body,stage\nHello,no,Hi,connect'],
  ])('a file %s is read', (_how, text) => {
    expect(readListFile(starters, 'csv', text)).toEqual({ rows: [{ ...ROW, body: 'Hi' }] });
  });

  it('a file may omit an optional column', () => {
    const text = 'name,description,hours,source,reviewed_on\nA,b,c,d,2026-01-01';
    expect(readListFile(resources, 'csv', text)).toMatchObject({ rows: [{ name: 'A' }] });
  });

  it('a file may omit fixed columns', () => {
    expect(readListFile(limits, 'csv', 'rule,own\nshift,90')).toEqual({
      rows: [{ rule: 'shift', own: '90' }],
    });
  });

  it('a file carries no formula into a spreadsheet, and its cell is read back without the apostrophe', () => {
    const row = {
      name: '=1+1',
      description: 'x',
      url: '',
      phone: '+44 20',
      hours: '-',
      source: '@',
      reviewed_on: '',
    };
    const text = writeListFile(resources, 'csv', [row]);
    for (const cell of [`'=1+1`, `'+44 20`, `'-`, `'@`]) expect(text).toContain(cell);
    expect(readListFile(resources, 'csv', text)).toEqual({ rows: [row] });
  });

  it.each([
    ['open; =1+1', "open; '=1+1"],
    ['a\t=1', "a\t'=1"],
    ['a\n@x', "a\n'@x"],
    ['\u200B=1', "\u200B'=1"],
    ['\u2060 -1;+2', "\u2060 '-1;'+2"],
    ['＝1', "'＝1"],
    ['＋1;－2;＠3', "'＋1;'－2;'＠3"],
    ["open;''=1", "open;'''=1"],
    ['kind - and calm', 'kind - and calm'],
  ])(
    'a file guards a formula wherever a spreadsheet may begin one, and is read back: %j',
    (title, guarded) => {
      const row = { ...ROW, title };
      const text = writeListFile(starters, 'csv', [row]);
      expect(text).toContain(`"connect","${guarded}",`);
      expect(readListFile(starters, 'csv', text)).toEqual({ rows: [row] });
    },
  );

  it.each(["'tis late", "'=own", "''=twice", "'-", "'"])(
    'a file keeps an apostrophe of its own: %s',
    (title) => {
      const row = { ...ROW, title };
      expect(readListFile(starters, 'csv', writeListFile(starters, 'csv', [row]))).toEqual({ rows: [row] });
    },
  );

  it('a file’s empty rows and empty columns without a heading are skipped', () => {
    const text = `${HEADER},\n,,,,\nconnect,Hello,Hi,no,\n , ,,,\n`;
    expect(readListFile(starters, 'csv', text)).toEqual({ rows: [{ ...ROW, body: 'Hi' }] });
  });

  it('a JSON file may have numbers and lists as cells, or no rows', () => {
    const text = JSON.stringify([{ stage: 'connect', title: 1, body: ['a', 'b'], sends_unedited: false }]);
    expect(readListFile(starters, 'json', text)).toEqual({
      rows: [{ stage: 'connect', title: '1', body: 'a; b', sends_unedited: 'false' }],
    });
    expect(readListFile(starters, 'json', '[]')).toEqual({ rows: [] });
  });

  it.each([
    ['csv', `${HEADER}\nconnect,"open`, 'not_csv', null],
    ['csv', `${HEADER}\nconnect,Hello,Hi\n`, 'not_csv', null],
    ['csv', 'stage,title,colour\n', 'unknown_column', 'colour'],
    ['csv', `${HEADER},\nconnect,Hello,Hi,no,red`, 'unknown_column', '(5)'],
    ['csv', `${HEADER},Title\nconnect,Hello,Hi,no,red`, 'doubled_column', 'title'],
    ['csv', `${HEADER}\nconnect,Caf\uFFFD,Hi,no`, 'not_utf8', null],
    ['csv', 'stage,title,body\n', 'missing_column', 'sends_unedited'],
    ['csv', '', 'missing_column', 'stage'],
    ['json', '{', 'not_json', null],
    ['json', '{"stage":"connect"}', 'not_json', null],
    ['json', '[{"stage":{}}]', 'not_json', null],
    ['json', '[{"stage":"connect","colour":"red"}]', 'unknown_column', 'colour'],
  ] as const)('a file of %s with %j is not read: %s', (format, text, problem, column) => {
    expect(readListFile(starters, format, text)).toMatchObject({ outcome: 'unreadable', problem, column });
  });

  it('a file that is too long is not read', () => {
    const text = `${HEADER}\n${'connect,Hello,Hi,no\n'.repeat(5_001)}`;
    expect(readListFile(starters, 'csv', text)).toMatchObject({ problem: 'too_many_rows', line: 5_001 });
  });
});
