import { changesOf, withAdded } from './changes';
import type { ListDefinition, Values } from './list';
import { lists } from './lists';
import { savedChange, undoneRows } from './undo';

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

  it('an added person is not deleted but made inactive, and an added topic is taken out of use', () => {
    const person: Values = { sign_in_name: 'rae', name: 'Rae', role: 'responder', active: true };
    expect(undo(lists.people, [], [person])).toMatchObject([{ sign_in_name: 'rae', active: 'no' }]);
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
