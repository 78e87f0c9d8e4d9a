import { changesOf, withAdded } from './changes';
import type { ListDefinition, Values } from './list';
import { lists } from './lists';
import { canUndo, peopleTouched, savedChange, undoneRows } from './undo';

const undo = (list: ListDefinition, before: readonly Values[], after: readonly Values[]) =>
  undoneRows(list, after, savedChange(list, before, changesOf(list, before, after)));

const starter = (title: string, body = 'Hello'): Values => ({
  stage: 'connect',
  title,
  body,
  sends_unedited: false,
});

describe('undoing a save', () => {
  it('brings back what was deleted and changed in its order, and leaves out what was added', () => {
    const before = [starter('A'), starter('B'), starter('C')];
    const after = [starter('D'), starter('C', 'Other words'), starter('A')];
    expect(undo(lists.starters, before, after).map((row) => [row['title'], row['body']])).toEqual([
      ['A', 'Hello'],
      ['B', 'Hello'],
      ['C', 'Hello'],
    ]);
  });

  it('writes cells as a form does, so that they are judged like any others', () => {
    const before: Values[] = [{ skill: 'Grief', offered: true }];
    expect(undo(lists.skills, before, [])).toEqual([{ skill: 'Grief', offered: 'yes' }]);
  });

  it('a save that added someone is not undone: they would be set to leave, which nobody asked for', () => {
    const rae: Values = { sign_in_name: 'Rae', name: 'Rae', role: 'responder', active: true };
    const saved = (before: readonly Values[], after: readonly Values[]) =>
      savedChange(lists.people, before, changesOf(lists.people, before, after));
    expect(canUndo(lists.people, saved([], [rae]))).toBe(false);
    expect(canUndo(lists.people, saved([rae], [{ ...rae, name: 'Rae B' }]))).toBe(true);
    expect(canUndo(lists.starters, { added: ['connect'] })).toBe(true);
  });

  it('says whose rows a save changed, each person once, and nobody in a list that is not of people', () => {
    const record = { changed: [], removed: [], order: null };
    const keyed = {
      ...record,
      added: ['pat\u0000mon\u000018:00', 'pat\u0000tue\u000018:00', 'zed\u0000mon\u000018:00'],
    };
    expect(peopleTouched(lists.rota, keyed)).toEqual(['pat', 'zed']);
    const changed = [{ sign_in_name: 'Pat', name: 'Pat' }];
    expect(peopleTouched(lists.people, { ...record, added: [], changed })).toEqual(['pat']);
    expect(peopleTouched(lists.starters, keyed)).toEqual([]);
  });

  it('an added topic is taken out of use', () => {
    const topic: Values = {
      topic: 'young_carers',
      label: 'Young carers',
      labels: [],
      heavy: false,
      in_use: true,
    };
    expect(undo(lists.topics, [], [topic])).toMatchObject([{ topic: 'young_carers', in_use: 'no' }]);
  });
});

describe('adding rows to a list', () => {
  it('keeps the others, replaces a row that is there, and keeps the order where it matters', () => {
    const stored = [starter('A'), starter('B')];
    const added = [starter('C'), starter('a', 'Other words')];
    expect(withAdded(lists.starters, stored, added)).toEqual([added[1], stored[1], added[0]]);
  });

  it('puts the added rows first where the order does not matter', () => {
    const hours = (weekday: string): Values => ({ weekday, opens: '09:00', closes: '17:00' });
    expect(withAdded(lists.hours, [hours('monday'), hours('tuesday')], [hours('tuesday')])).toEqual([
      hours('tuesday'),
      hours('monday'),
    ]);
  });
});
