import { BRIEF_MAX } from '@warmline/vocabulary';
import { aMessage, anItem, MINUTE, START } from '../../testing/builders';
import { prefillBrief } from './brief-prefill';

const item = anItem({ joinedAt: START - 22 * MINUTE, band: 2 });

describe('a prefilled brief', () => {
  it('says who, how long and in which order, and quotes the visitor’s own last words', () => {
    const entries = [
      aMessage(1, 'visitor', 'first'),
      aMessage(2, 'visitor', 'second'),
      aMessage(3, 'responder', 'mine'),
      aMessage(4, 'visitor', 'third'),
      aMessage(5, 'visitor', 'fourth'),
    ];
    const brief = prefillBrief(item, entries, START);
    expect(brief.situation).toBe('Robin · here for 22 min · Answer soon · English');
    expect(brief.background).toBe('Robin wrote:\n“second”\n“third”\n“fourth”');
    expect(brief.safety).toContain('Answer soon');
    expect(brief.request).toBe('');
  });

  it('stays within the limits however much was written', () => {
    const entries = [1, 2, 3].map((seq) => aMessage(seq, 'visitor', 'long '.repeat(700)));
    const brief = prefillBrief(anItem({ visitorName: 'R'.repeat(160) }), entries, START);
    expect(brief.background.length).toBeLessThan(BRIEF_MAX.background);
    expect(brief.situation.length).toBeLessThan(BRIEF_MAX.situation);
  });

  it('cuts a quote between two letters as people see them', () => {
    const brief = prefillBrief(item, [aMessage(1, 'visitor', `${'a'.repeat(898)}👩‍👩‍👧 more`)], START);
    expect(brief.background).toBe(`Robin wrote:\n“${'a'.repeat(898)}…”`);
  });

  it('quotes nothing where nothing was written', () => {
    expect(prefillBrief(item, [aMessage(1, 'responder', 'hi')], START).background).toBe('');
  });
});
