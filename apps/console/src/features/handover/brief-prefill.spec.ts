import { BRIEF_MAX } from '@warmline/vocabulary';
import { aMessage } from '../../testing/builders';
import { prefillBrief } from './brief-prefill';

describe('a prefilled brief', () => {
  it('quotes the visitor’s own last words that say something, and fills in nothing else', () => {
    const entries = [
      aMessage(1, 'visitor', 'the first thing they said'),
      aMessage(2, 'visitor', 'it began in the summer'),
      aMessage(3, 'responder', 'thank you for telling me'),
      aMessage(4, 'visitor', 'nobody at home knows it'),
      aMessage(5, 'visitor', 'ok'),
      aMessage(6, 'visitor', 'my sister asks every day'),
      aMessage(7, 'visitor', 'yes please'),
    ];
    expect(prefillBrief('Robin', entries)).toEqual({
      situation: '',
      background:
        'Robin wrote:\n“it began in the summer”\n“nobody at home knows it”\n“my sister asks every day”',
      safety: '',
      request: '',
    });
  });

  it('stays within the limits however much was written', () => {
    const entries = [1, 2, 3].map((seq) => aMessage(seq, 'visitor', 'long '.repeat(700)));
    const brief = prefillBrief('R'.repeat(160), entries);
    expect(brief.background.length).toBeLessThan(BRIEF_MAX.background);
  });

  it('cuts a quote between two letters as people see them', () => {
    const brief = prefillBrief('Robin', [aMessage(1, 'visitor', `${'a'.repeat(898)}👩‍👩‍👧 more`)]);
    expect(brief.background).toBe(`Robin wrote:\n“${'a'.repeat(898)}…”`);
  });

  it('quotes nothing where nothing was written', () => {
    expect(prefillBrief('Robin', [aMessage(1, 'responder', 'how can I help today?')]).background).toBe('');
  });
});
