import { accentsOf, contrastOf, darkened, isLegible, numberLink, type Charity } from '@warmline/vocabulary';
import { asksForProof, changedParts, charityProblems, listAsksForProof, tidyCharity } from './charity';
import { COUNTRY_PACKS, packOfZone } from './country-packs';

const charity: Charity = {
  ...COUNTRY_PACKS.gb,
  name: 'Harbour Listening',
  languages: ['en'],
  timeZone: 'Europe/London',
  sessionMinutes: 45,
  keepsDays: 90,
  allowedParents: [],
  keepsReloads: false,
  nightRule: false,
  neededPractice: [],
};
const [line] = charity.helplines;
if (line === undefined) throw new Error('the pack has a helpline');
const told = (over: Partial<Charity>): string[] =>
  charityProblems({ ...charity, ...over }).map(({ field, problem }) => `${field} ${problem}`);

describe('what a charity says of itself', () => {
  it.each(Object.values(COUNTRY_PACKS))('can start from the pack of $country as it is', (pack) => {
    expect(charityProblems({ ...charity, ...pack })).toEqual([]);
    expect(pack.helplines[0]?.by).toBe('call');
  });

  it.each([
    [{ name: ' ' }, 'name missing'],
    [{ name: 'a\u0000b' }, 'name control_character'],
    [{ emergencyNumber: 'nine' }, 'emergencyNumber not_a_number'],
    [{ emergencyNumber: '1' }, 'emergencyNumber not_a_number'],
    [{ helplines: [] }, 'helplines no_helpline'],
    [{ helplines: [{ ...line, by: 'text' as const }] }, 'helplines.0.by first_by_text'],
    [{ helplines: [line, line] }, 'helplines.1.name twice'],
    [{ helplines: [{ ...line, number: 'call us' }] }, 'helplines.0.number not_a_number'],
    [{ helplines: [{ ...line, reviewedOn: '2026-02-30' }] }, 'helplines.0.reviewedOn not_a_day'],
    [{ exit: { title: 'News', url: 'http://example.org/' } }, 'exit.url not_https'],
    [{ exit: { title: 'News', url: 'javascript:alert(1)' } }, 'exit.url not_https'],
    [{ exit: { title: 'News', url: 'https://example.org/?from=chat' } }, 'exit.url not_https'],
    [{ exit: { title: 'News', url: 'https://me:x@example.org/' } }, 'exit.url not_https'],
    [{ exit: { title: 'News', url: 'https://127.0.0.1/' } }, 'exit.url not_https'],
    [{ colour: '#ffcc00' }, 'colour too_pale'],
    [{ colour: 'red' }, 'colour too_pale'],
    [{ initials: 'ABCD' }, 'initials too_long'],
    [{ privacy: { text: '', url: 'http://example.org' } }, 'privacy.url not_https'],
    [{ languages: [] }, 'languages missing'],
    [{ languages: ['English'] }, 'languages not_a_language'],
    [{ timeZone: 'London' }, 'timeZone not_a_zone'],
    [{ keepsDays: 7 }, 'keepsDays out_of_range'],
    [{ sessionMinutes: 45.5 }, 'sessionMinutes out_of_range'],
    [{ allowedParents: ['https://*.example.org'] }, 'allowedParents.0 not_an_origin'],
  ])('cannot be saved with %j', (over, problem) => {
    expect(told(over)).toContain(problem);
  });

  it('is stored without the space around texts, and with sites as a browser names them', () => {
    const tidy = tidyCharity({
      ...charity,
      name: ' Harbour ',
      allowedParents: ['https://WWW.Example.org/', ' ', 'https://www.example.org'],
      helplines: [{ ...line, reviewedOn: '1/12/2026' }],
    });
    expect(tidy).toMatchObject({ name: 'Harbour', allowedParents: ['https://www.example.org'] });
    expect(tidy.helplines[0]?.reviewedOn).toBe('2026-12-01');
  });

  it('names the parts that a change is about', () => {
    expect(changedParts(charity, { ...charity, name: 'Other', helplines: [line] })).toEqual([
      'name',
      'helplines',
    ]);
    expect(changedParts(charity, { ...charity })).toEqual([]);
  });

  it('starts from the pack of its time zone', () => {
    expect(packOfZone('Europe/Dublin').country).toBe('ie');
    expect(packOfZone('America/Toronto').country).toBe('ca');
    expect(packOfZone('America/New_York').country).toBe('us');
    expect(packOfZone('Australia/Perth').country).toBe('au');
    expect(packOfZone('Asia/Tokyo').country).toBe('gb');
  });

  it('has a number that a tap calls or texts', () => {
    expect(numberLink({ number: '+44 (0)20 7946-0000', by: 'call' })).toBe('tel:+4402079460000');
    expect(numberLink({ number: '85 258', by: 'text' })).toBe('sms:85258');
  });
});

describe('the colour of a charity', () => {
  it('can be read on the page by day and by night, as text and as a button', () => {
    for (const colour of ['#1f5c57', '#7a1fa2', '#0b4f9e', '#000000']) {
      const accents = accentsOf(colour);
      if (accents === null) throw new Error(`${colour} can be read`);
      const { day, night } = accents;
      const contrasts = [
        contrastOf(day.accent, '#fbf6ef'),
        contrastOf(day.accent, day.ink),
        contrastOf(night.accent, '#1c1a1e'),
        contrastOf(night.accent, night.ink),
      ];
      expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(4.5);
    }
    expect(accentsOf('#ffcc00')).toBeNull();
  });

  it('that is too pale has a darker one that is not', () => {
    const darker = darkened('#ffcc00') ?? '';
    expect(isLegible(darker)).toBe(true);
    expect(darker).toMatch(/^#[0-9a-f]{6}$/);
    expect(darkened('red')).toBeNull();
  });
});

describe('what asks who one is', () => {
  it('[ACC1] is how long chats are kept and which sites may hold the page, on the page and in the list', () => {
    expect([asksForProof(['keepsDays']), asksForProof(['name', 'allowedParents'])]).toEqual([true, true]);
    expect(asksForProof(['name', 'colour'])).toBe(false);
    const row = { name: 'Quay', keeps_days: 90, allowed_parents: ['https://a.example'] };
    expect(listAsksForProof([row], [{ ...row, name: 'Lee', allowed_parents: ['https://a.example'] }])).toBe(
      false,
    );
    expect(listAsksForProof([row], [{ ...row, allowed_parents: [] }])).toBe(true);
    expect(listAsksForProof([row], [{ ...row, keeps_days: 30 }])).toBe(true);
    expect(listAsksForProof([row], [{ ...row, keeps_names_days: 30 }])).toBe(true);
  });
});
