import { fitsSearch } from './search-words';

describe('searching', () => {
  it('wants every word, in any order, without regard to case and accents', () => {
    expect(fitsSearch('', 'anything')).toBe(true);
    expect(fitsSearch('HELP rent', 'Help with your rent')).toBe(true);
    expect(fitsSearch('deces', 'Après un décès')).toBe(true);
    expect(fitsSearch('rent dogs', 'Help with your rent')).toBe(false);
  });
});
