import { HOUR, MINUTE } from '@warmline/kernel';
import { Crowds } from './crowds';

const setUp = () => {
  const clock = { now: 0 };
  return { clock, crowds: new Crowds(() => clock.now) };
};
const network = (current: string, previous: string | null = null) => ({ current, previous });

describe('the crowd of a network', () => {
  it('[SEC5] is one for an hour, and another for each network', () => {
    const { clock, crowds } = setUp();
    const first = crowds.idOf(network('a'));
    clock.now = HOUR - 1;
    expect(crowds.idOf(network('a'))).toBe(first);
    expect(crowds.idOf(network('b'))).not.toBe(first);
  });

  it('[PRV1] is not the same an hour later, so that nothing stored joins the hours of a network', () => {
    const { clock, crowds } = setUp();
    const first = crowds.idOf(network('a'));
    clock.now = HOUR;
    expect(crowds.idOf(network('a2', 'a'))).not.toBe(first);
  });

  it('[SEC5] is the same at every gateway, and says nothing of the name', () => {
    const [one, other] = [setUp(), setUp()];
    const id = one.crowds.idOf(network('a'));
    expect(other.crowds.idOf(network('a'))).toBe(id);
    expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    other.clock.now = one.clock.now = HOUR;
    const [newer, older] = [setUp().crowds, one.crowds];
    expect(older.idOf(network('a2', 'a'))).toBe(newer.idOf(network('a2', 'a')));
    expect(newer.idsOf(network('a2', 'a'))).toContain(id);
  });

  it('stays when the names of networks change, and for the rest of its own hour only', () => {
    const { clock, crowds } = setUp();
    clock.now = 50 * MINUTE;
    const first = crowds.idOf(network('a'));
    clock.now = HOUR;
    expect(crowds.idOf(network('a2', 'a'))).toBe(first);
    clock.now = HOUR + 20 * MINUTE;
    expect(crowds.idOf(network('a2'))).toBe(first);
    clock.now = 50 * MINUTE + HOUR;
    expect(crowds.idOf(network('a2'))).not.toBe(first);
  });
});
