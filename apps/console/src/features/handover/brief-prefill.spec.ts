import { aMessage, anItem, MINUTE, START } from '../../testing/builders';
import { BRIEF_LIMITS } from './brief-limits';
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
    expect(brief.background.length).toBeLessThan(BRIEF_LIMITS.background);
    expect(brief.situation.length).toBeLessThan(BRIEF_LIMITS.situation);
  });

  it('quotes nothing where nothing was written', () => {
    expect(prefillBrief(item, [aMessage(1, 'responder', 'hi')], START).background).toBe('');
  });
});
