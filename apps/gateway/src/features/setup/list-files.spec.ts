import { lists } from '@warmline/setup';
import { readSheetFile, writeSheetFile } from './list-files';

const { limits, resources, snippets } = lists;
const ROW = { stage: 'connect', title: 'Hello', body: 'Say "hi", and\nwait', sends_unedited: 'no' };
const HEADER = 'stage,title,body,sends_unedited';

describe('a file', () => {
  it.each(['csv', 'json'] as const)('of %s is read back as it was written', (format) => {
    expect(readSheetFile(snippets, format, writeSheetFile(snippets, format, [ROW]))).toEqual({ rows: [ROW] });
  });

  it.each([
    ['with semicolons', `${HEADER.replaceAll(',', ';')}\nconnect;Hello;Hi;no\n`],
    ['with tabs', `${HEADER.replaceAll(',', '\t')}\nconnect\tHello\tHi\tno`],
    [
      'with a mark, other line ends, spaces and capitals',
      `\uFEFF Stage , Title,BODY,sends_unedited\r\n connect, Hello ,Hi,no\r\n\r\n`,
    ],
    ['with its columns in another order', 'title,sends_unedited,body,stage\nHello,no,Hi,connect'],
  ])('%s is read', (_how, text) => {
    expect(readSheetFile(snippets, 'csv', text)).toEqual({ rows: [{ ...ROW, body: 'Hi' }] });
  });

  it('may leave a column out that may be empty', () => {
    const text = 'name,description,hours,source,reviewed_on\nA,b,c,d,2026-01-01';
    expect(readSheetFile(resources, 'csv', text)).toMatchObject({ rows: [{ name: 'A' }] });
  });

  it('may leave out what is only said beside its rows', () => {
    expect(readSheetFile(limits, 'csv', 'rule,own\nshift,90')).toEqual({
      rows: [{ rule: 'shift', own: '90' }],
    });
  });

  it('carries no formula into a spreadsheet, and reads the cell back without the apostrophe', () => {
    const row = {
      name: '=1+1',
      description: 'x',
      url: '',
      phone: '+44 20',
      hours: '-',
      source: '@',
      reviewed_on: '',
    };
    const text = writeSheetFile(resources, 'csv', [row]);
    for (const cell of [`'=1+1`, `'+44 20`, `'-`, `'@`]) expect(text).toContain(cell);
    expect(readSheetFile(resources, 'csv', text)).toEqual({ rows: [row] });
  });

  it.each(["'tis late", "'=own", "''=twice", "'-", "'"])('keeps an apostrophe of its own: %s', (title) => {
    const row = { ...ROW, title };
    expect(readSheetFile(snippets, 'csv', writeSheetFile(snippets, 'csv', [row]))).toEqual({ rows: [row] });
  });

  it('passes over rows without a cell, and a column without heading and cells', () => {
    const text = `${HEADER},\n,,,,\nconnect,Hello,Hi,no,\n , ,,,\n`;
    expect(readSheetFile(snippets, 'csv', text)).toEqual({ rows: [{ ...ROW, body: 'Hi' }] });
  });

  it('of JSON may have numbers, lists and empty cells of their own', () => {
    const text = JSON.stringify([{ stage: 'connect', title: 1, body: ['a', 'b'], sends_unedited: false }]);
    expect(readSheetFile(snippets, 'json', text)).toEqual({
      rows: [{ stage: 'connect', title: '1', body: 'a; b', sends_unedited: 'false' }],
    });
    expect(readSheetFile(snippets, 'json', '[]')).toEqual({ rows: [] });
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
  ] as const)('of %s with %j is not read: %s', (format, text, problem, column) => {
    expect(readSheetFile(snippets, format, text)).toMatchObject({ outcome: 'unreadable', problem, column });
  });

  it('that is too long is not read', () => {
    const text = `${HEADER}\n${'connect,Hello,Hi,no\n'.repeat(5_001)}`;
    expect(readSheetFile(snippets, 'csv', text)).toMatchObject({ problem: 'too_many_rows', line: 5_001 });
  });
});
