import { headingRows, HEADINGS } from './headings';
import { limitRows } from './limits';
import { asStored, isDefault, validateRows, withOverrides, type Row, type Values } from './list';
import { lists } from './lists';
import { topicNames } from './topics';

const headings = headingRows();
const topic = (code: string, over: Row = {}): Row => ({
  topic: code,
  label: 'Young carers',
  labels: '',
  heavy: 'no',
  in_use: 'yes',
  ...over,
});
const judged = (...rows: readonly Row[]) =>
  validateRows(lists.topics, rows, { known: {}, defaults: headings });

describe('topics', () => {
  it('begin with fourteen headings, of which one is heavy', () => {
    expect(Object.keys(HEADINGS)).toHaveLength(14);
    expect(headings.filter((row) => row['heavy'] === true)).toMatchObject([{ topic: 'sexual_violence' }]);
  });

  it('are the headings as the charity calls and uses them, and its own behind them', () => {
    const stored: Values[] = [
      { topic: 'young_carers', label: 'Young carers', labels: [], heavy: true, in_use: true },
      { topic: 'loneliness', label: 'Being alone', labels: ['cy: Unigrwydd'], heavy: false, in_use: false },
    ];
    const all = withOverrides(lists.topics, headings, stored);
    expect(all).toHaveLength(15);
    expect(all[3]).toEqual(stored[1]);
    expect(all[14]).toEqual(stored[0]);
  });

  it('may be of the charity’s own, in other words and languages, heavy, and out of use', () => {
    const row = topic('bereavement', {
      label: 'Grief',
      labels: 'cy: Galar; pt-BR: Luto',
      heavy: 'yes',
      in_use: 'no',
    });
    expect(judged(row, topic('young_carers'))).toMatchObject({
      isValid: true,
      rows: [{ labels: ['cy: Galar', 'pt-BR: Luto'], heavy: true, in_use: false }, { topic: 'young_carers' }],
    });
  });

  it('[RTE5] that are heavy by default stay heavy', () => {
    expect(judged(topic('sexual_violence'))).toEqual({
      isValid: false,
      problems: [{ row: 1, column: 'heavy', problem: { code: 'looser' } }],
    });
  });

  it.each([
    ['Young carers', 'topic', 'not_a_code'],
    ['x', 'topic', 'not_a_code'],
  ])('with the code %j are told which cell is wrong', (code, column, problem) => {
    expect(judged(topic(code))).toMatchObject({ problems: [{ row: 1, column, problem: { code: problem } }] });
  });

  it('are called something in a language that is named', () => {
    expect(judged(topic('grief', { labels: 'Galar' }))).toMatchObject({
      problems: [{ column: 'labels', problem: { code: 'not_a_translation' } }],
    });
  });
});

describe('limits', () => {
  const defaults = limitRows([
    { rule: 'shift', binds: 'at_most', usual: 120, strictest: 60, unit: 'minutes', size: 60_000 },
    { rule: 'gap', binds: 'at_least', usual: 11, strictest: 24, unit: 'hours', size: 3_600_000 },
  ]);
  const judgedLimit = (rule: string, own: string) =>
    validateRows(lists.limits, [{ rule, own }], { known: {}, defaults });

  it.each([
    ['shift', '60'],
    ['shift', '120'],
    ['shift', ''],
    ['gap', '11'],
    ['gap', '24'],
  ])('[RTE5] of %s may be %j', (rule, own) => {
    expect(judgedLimit(rule, own)).toMatchObject({ isValid: true });
  });

  it.each([
    ['shift', '121', 'own', { code: 'looser', most: 120 }],
    ['shift', '59', 'own', { code: 'not_a_whole_number', least: 60, most: 120 }],
    ['gap', '10', 'own', { code: 'looser', least: 11 }],
    ['gap', '25', 'own', { code: 'not_a_whole_number', least: 11, most: 24 }],
    ['other', '1', 'rule', { code: 'unknown' }],
  ] as const)('[RTE5] of %s may not be %j', (rule, own, column, problem) => {
    expect(judgedLimit(rule, own)).toEqual({ isValid: false, problems: [{ row: 1, column, problem }] });
  });

  it('are stored in their own measure and read back as they were written', () => {
    const judgement = judgedLimit('gap', '12');
    if (!judgement.isValid) throw new Error('12 is stricter than 11');
    const [row = {}] = judgement.rows;
    const stored = asStored(lists.limits, defaults, row);
    expect(stored).toMatchObject({ rule: 'gap', own: 43_200_000 });
    const [, read = {}] = withOverrides(lists.limits, defaults, [{ rule: 'gap', own: 43_200_000 }]);
    expect(read).toMatchObject({ rule: 'gap', own: 12, unit: 'hours', default: 11 });
    expect([
      isDefault(lists.limits, defaults, read),
      isDefault(lists.limits, defaults, { ...read, own: null }),
    ]).toEqual([false, true]);
  });
});

describe('what topics are called', () => {
  it('is what the charity says, in the languages it says it in', () => {
    const stored = [
      { topic: 'bereavement', label: 'Grief', labels: ['cy: Galar: a cholled'], in_use: false },
    ];
    const names = topicNames(stored);
    expect(names).toHaveLength(14);
    expect(names.find(({ topic: code }) => code === 'bereavement')).toEqual({
      topic: 'bereavement',
      label: 'Grief',
      labels: { cy: 'Galar: a cholled' },
      inUse: false,
    });
    expect(names[1]).toEqual({ topic: 'suicide', label: 'Suicide', labels: {}, inUse: true });
  });
});
