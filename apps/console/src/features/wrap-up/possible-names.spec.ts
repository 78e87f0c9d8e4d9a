import { possibleNames } from './possible-names';

describe('possible names in a note', () => {
  it('finds capitalised words within a sentence', () => {
    expect(possibleNames('Talked about her sister Maria in Leeds.')).toEqual(['Maria', 'Leeds']);
  });

  it('passes starts of sentences, days and common short forms', () => {
    expect(possibleNames('Felt calmer. Will see the GP on Monday.\nI’m glad.')).toEqual([]);
    expect(possibleNames("She said I'm fine and NHS helped.")).toEqual([]);
  });

  it('finds addresses and long numbers', () => {
    expect(possibleNames('reach at a.b@example.org or 07700 900123')).toEqual([
      'a.b@example.org',
      '07700 900123',
    ]);
  });
});
