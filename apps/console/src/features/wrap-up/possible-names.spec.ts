import { possibleNames } from './possible-names';

const NONE = { resources: [] };
const HELPLINES = {
  resources: [
    { url: null, phone: '116 123' },
    { url: null, phone: '0800 58 58 58' },
  ],
};

describe('possible names in a note', () => {
  it('finds capitalised words within a sentence', () => {
    expect(possibleNames('Talked about her sister Maria in Leeds.', NONE)).toEqual(['Maria', 'Leeds']);
  });

  it('passes starts of sentences, days and common short forms', () => {
    expect(possibleNames('Felt calmer. Will see the GP on Monday.\nI’m glad.', NONE)).toEqual([]);
    expect(possibleNames("She said I'm fine and NHS helped.", NONE)).toEqual([]);
  });

  it('finds addresses and long numbers', () => {
    expect(possibleNames('reach at a.b@example.org or 07700 900123', NONE)).toEqual([
      '07700 900123',
      'a.b@example.org',
    ]);
  });

  it.each(['They will ring 116 123 tonight.', 'Gave them 0800 58 58 58.', 'They called 999 and 111.'])(
    'passes a published number: %s',
    (note) => {
      expect(possibleNames(note, HELPLINES)).toEqual([]);
    },
  );
});
