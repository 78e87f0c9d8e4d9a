import { validateRows } from './list';
import { lists } from './lists';
import { textProblem, textsOf, withOwnTexts, wordingRows, type Words } from './wording';

const words: Words = {
  arrive: { title: 'Chat with someone', closes: 'We close at {0:time}.', points: ['Free.', 'No name.'] },
  emergency: { before: 'In danger? Call ' },
  talking: { lostBut: "{0:name}'s connection has dropped. {1:other} is here." },
};
const own = (entries: Record<string, string>) => new Map(Object.entries(entries));

describe('texts', () => {
  it('are told one by one, with what goes in by name', () => {
    expect(textsOf(words)).toEqual([
      { key: 'arrive.title', text: 'Chat with someone' },
      { key: 'arrive.closes', text: 'We close at {time}.' },
      { key: 'arrive.points.0', text: 'Free.' },
      { key: 'arrive.points.1', text: 'No name.' },
      { key: 'emergency.before', text: 'In danger? Call ' },
      { key: 'talking.lostBut', text: "{name}'s connection has dropped. {other} is here." },
    ]);
  });

  it('of the charity stand where the defaults stood, with what goes in where they put it', () => {
    const said = withOwnTexts(
      words,
      own({
        'arrive.closes': 'Until {time} we are here.',
        'arrive.points.1': 'Nobody asks your name.',
        'talking.lostBut': '{other} is here, since {name} is cut off.',
      }),
    );
    expect(said).toEqual({
      arrive: {
        title: 'Chat with someone',
        closes: 'Until {0:time} we are here.',
        points: ['Free.', 'Nobody asks your name.'],
      },
      emergency: { before: 'In danger? Call ' },
      talking: { lostBut: '{1:other} is here, since {0:name} is cut off.' },
    });
  });

  it('keep the space between them and what follows', () => {
    expect(
      withOwnTexts({ emergency: { before: 'Call ' } }, own({ 'emergency.before': 'Please ring' })),
    ).toEqual({
      emergency: { before: 'Please ring ' },
    });
  });

  it('that no longer fit a default that became another one are left out', () => {
    expect(withOwnTexts(words, own({ 'arrive.closes': 'We close soon.' }))).toEqual(words);
  });

  it.each([
    ['We close at {time}.', 'We close soon.', { code: 'place_missing', names: ['time'] }],
    ['We close soon.', 'We close at {time}.', { code: 'place_unknown', names: ['time'] }],
    ['Hello {name}', 'Hello {name}, {Name}, { name }', { code: 'place_unknown', names: ['Name', ' name '] }],
    ['Hello', 'Hello <b>you</b>', { code: 'markup' }],
    ['Hello', 'Hello<!-- -->', { code: 'markup' }],
    ['Hello', 'Hello&nbsp;you', { code: 'markup' }],
    ['Hello', 'Hello &#60;', { code: 'markup' }],
    ['Hello', 'Hello\nyou', { code: 'markup' }],
    ['Hello', 'x'.repeat(61), { code: 'too_long', most: 60 }],
    ['Hello.', 'x'.repeat(201), { code: 'too_long', most: 200 }],
    ['y'.repeat(50), 'x'.repeat(101), { code: 'too_long', most: 100 }],
  ] as const)('instead of %j cannot be %j', (defaultText, text, problem) => {
    expect(textProblem(defaultText, text)).toEqual(problem);
  });

  it.each([
    ['Hello', 'Smile & wave <3 1 < 2'],
    ['Hello', '🙂'.repeat(60)],
    ['{from} and {to}', 'مرحبا {to} و {from}'],
  ])('instead of %j can be %j', (defaultText, text) => {
    expect(textProblem(defaultText, text)).toBeNull();
  });
});

describe('the list of wording', () => {
  const defaults = wordingRows(textsOf(words), ['en', 'cy']);
  const judged = (language: string, key: string, text: string) =>
    validateRows(lists.wording, [{ language, key, own_text: text }], { known: {}, defaults });

  it('has every text in every language, and says the default beside it whatever a file says', () => {
    expect(defaults).toHaveLength(12);
    const row = { language: 'cy', key: 'arrive.title', default_text: 'forged', own_text: 'Sgwrsio' };
    expect(validateRows(lists.wording, [row], { known: {}, defaults })).toEqual({
      isValid: true,
      rows: [{ language: 'cy', key: 'arrive.title', default_text: 'Chat with someone', own_text: 'Sgwrsio' }],
    });
  });

  it.each([
    ['fr', 'arrive.title', 'Salut', 'language', { code: 'unknown' }],
    ['en', 'arrive.other', 'Hello', 'key', { code: 'unknown' }],
    ['en', 'arrive.closes', 'We close.', 'own_text', { code: 'place_missing', names: ['time'] }],
  ] as const)('of %s %s with %j tells which cell is wrong: %s', (language, key, text, column, problem) => {
    expect(judged(language, key, text)).toEqual({ isValid: false, problems: [{ row: 1, column, problem }] });
  });

  it('may be emptied', () => {
    expect(judged('en', 'arrive.closes', ' ')).toMatchObject({ isValid: true, rows: [{ own_text: null }] });
  });
});
