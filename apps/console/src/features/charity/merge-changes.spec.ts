import { aCharity } from '../../testing/a-charity';
import { mergeChanges, partsChanged, takeSaved } from './merge-changes';

const base = aCharity();

describe('two administrators who change the charity at once', () => {
  it('lose nothing where they changed different parts', () => {
    const mine = { ...base, name: 'Mine' };
    const saved = { ...base, emergencyNumber: '112' };
    expect(mergeChanges(base, mine, saved)).toEqual({
      draft: { ...base, name: 'Mine', emergencyNumber: '112' },
      theirs: ['emergencyNumber'],
      both: [],
    });
  });

  it('are asked about a part that both changed, and the own one stays in the form', () => {
    const mine = { ...base, name: 'Mine' };
    const saved = { ...base, name: 'Theirs' };
    const merged = mergeChanges(base, mine, saved);
    expect(merged).toEqual({ draft: mine, theirs: ['name'], both: ['name'] });
    expect(takeSaved(merged.draft, 'name', saved)).toEqual(saved);
  });

  it('agree where both changed it to the same', () => {
    const both = { ...base, name: 'Same' };
    expect(mergeChanges(base, both, both)).toEqual({ draft: both, theirs: ['name'], both: [] });
    expect(partsChanged(base, both)).toEqual(['name']);
  });
});
