import { anItem, id } from '../../testing/builders';
import { assignPlaces, inOrder } from './colour-slots';

describe('places', () => {
  it('keep a conversation’s colour when another one leaves', () => {
    const both = assignPlaces({}, ['a', 'b']);
    expect(both).toEqual({ a: 1, b: 2 });
    const left = assignPlaces(both, ['b']);
    expect(left).toEqual({ b: 2 });
    expect(assignPlaces(left, ['b', 'c'])).toEqual({ b: 2, c: 1 });
  });

  it('order those running before wrap-ups, each by when they were joined', () => {
    const wrapUp = anItem({ conversationId: id(1), state: 'wrap_up', joinedAt: 1 });
    const late = anItem({ conversationId: id(2), joinedAt: 3 });
    const early = anItem({ conversationId: id(3), joinedAt: 2 });
    expect(inOrder([wrapUp, late, early])).toEqual([early, late, wrapUp]);
  });
});
