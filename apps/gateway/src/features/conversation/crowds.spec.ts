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
    expect(crowds.idOf(network('a'))).not.toBe(first);
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

  it('is forgotten first where it is oldest, once too many networks are known', () => {
    const { crowds } = setUp();
    const first = crowds.idOf(network('a'));
    for (let other = 0; other < 20_000; other += 1) crowds.idOf(network(`n${other}`));
    expect(crowds.idOf(network('n19999'))).toBe(crowds.idOf(network('n19999')));
    expect(crowds.idOf(network('a'))).not.toBe(first);
  });
});
