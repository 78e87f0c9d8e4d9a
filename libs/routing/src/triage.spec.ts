import { isHeldByAnswer, setBand } from './band';
import { normalised, soughtWords, triage, watchedWordsIn, type WatchedWords } from './triage';

const line = (id: string, words: string, over: Partial<WatchedWords> = {}): WatchedWords => ({
  id,
  language: 'en',
  words,
  promotes: true,
  topic: null,
  ...over,
});
const list = [
  line('a', 'kill myself', { topic: 'suicide' }),
  line('b', 'lonely', { promotes: false, topic: 'loneliness' }),
  line('c', 'can’t go on'),
];
const idsIn = (text: string): string[] => watchedWordsIn(text, soughtWords(list)).map(({ id }) => id);

describe('the words a visitor has sent', () => {
  it.each([
    ['I want to KILL   myself', ['a']],
    ['kill, myself!', ['a']],
    ['I cant go on. So lonely', ['b', 'c']],
    ['I can’t go on', ['c']],
    ["I can't  go on", ['c']],
    ['skill myself', []],
    ['kill', []],
    ['lonelyness', []],
    ['lónely', ['b']],
    ['', []],
  ])('%j holds %j', (text, ids) => {
    expect(idsIn(text)).toEqual(ids);
  });

  it.each([
    ['a left quotation mark as apostrophe', 'I can‘t go on', ['c']],
    ['an acute accent as apostrophe', 'I can´t go on', ['c']],
    ['a letter apostrophe', 'I canʼt go on', ['c']],
    ['a zero-width space inside a word', 'lone\u200bly', ['b']],
    ['a soft hyphen and a joiner', 'ki\u00adll my\u200dself', ['a']],
    ['full-width letters', 'ｌｏｎｅｌｙ', ['b']],
  ])('are found when written with %s', (_, text, ids) => {
    expect(idsIn(text)).toEqual(ids);
  });

  it.each([
    ['Japanese', '死にたい', 'もう死にたいです'],
    ['Chinese', '自杀', '我想自杀了'],
    ['Thai', 'อยากตาย', 'ฉันอยากตายแล้ว'],
    ['Khmer', 'ចង់ស្លាប់', 'ខ្ញុំចង់ស្លាប់ណាស់'],
    ['Hindi, whose vowel signs belong to the word', 'मरना चाहता', 'मैं मरना चाहता हूँ'],
    ['Arabic with and without vowel signs', 'أريد أن أموت', 'أُرِيدُ أَنْ أَمُوتَ'],
  ])('are found in %s', (_, words, text) => {
    expect(watchedWordsIn(text, soughtWords([line('x', words)])).map(({ id }) => id)).toEqual(['x']);
  });

  it('are found as whole words in a script with spaces', () => {
    expect(watchedWordsIn('मरना', soughtWords([line('x', 'मर')]))).toEqual([]);
  });

  it('never match an empty line of the list', () => {
    expect(watchedWordsIn('anything', soughtWords([line('x', ' … ')]))).toEqual([]);
  });

  it('are compared in every script alike', () => {
    expect(normalised('  Dw i ’n   unig — iawn! ')).toBe('dw i n unig iawn');
    expect(normalised('Я ХОЧУ умереть.')).toBe('я хочу умереть');
  });
});

describe('triage', () => {
  const [promoting, telling] = [list.slice(0, 1), list.slice(1, 2)];

  it('promotes a standard visitor to be answered soon, and keeps which line it was', () => {
    expect(triage({ band: 3, topics: [] }, promoting)).toEqual({
      band: 2,
      because: 'a',
      topics: ['suicide'],
    });
  });

  it.each([1, 2] as const)('leaves band %d as it is: words promote no further and demote nobody', (band) => {
    expect(triage({ band, topics: [] }, promoting)).toEqual({ band, because: null, topics: ['suicide'] });
  });

  it('only tells what it is about where a line does not promote', () => {
    const known = { band: 3, topics: ['bereavement', 'loneliness'] } as const;
    expect(triage(known, telling)).toEqual({ ...known, because: null });
  });
});

describe('a person who sets the band', () => {
  it.each([
    [3, 1, null, { accepted: true, events: [{ from: 3, to: 1 }] }],
    [2, 2, null, { accepted: true, events: [] }],
    [1, 2, null, { accepted: false, refusal: 'reason_needed' }],
    [1, 3, '  ', { accepted: false, refusal: 'reason_needed' }],
    [1, 3, 'set_by_mistake', { accepted: true, events: [{ from: 1, to: 3 }] }],
  ] as const)('from %d to %d because of %j', (before, band, reason, expected) => {
    expect(setBand(before, { band, reason })).toEqual(expected);
  });

  it('lifts the hold of an own answer by saying band 1 again', () => {
    const held = { band: 1, bandBecause: 'safety_answer', hold: 'unproven' } as const;
    const again = { band: 1, reason: null } as const;
    expect(setBand(1, again, isHeldByAnswer(held))).toMatchObject({ events: [{ from: 1, to: 1 }] });
    for (const free of [{ ...held, hold: null }, { ...held, bandBecause: 'person' } as const])
      expect(setBand(1, again, isHeldByAnswer(free))).toMatchObject({ events: [] });
  });
});
