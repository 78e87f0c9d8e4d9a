import { HOUR, MINUTE } from '@warmline/kernel';
import { flowIn } from './flow';
import { steps } from './interval';
import { aContact, answered, at, left } from './testing';
import { queueAt } from './waiting';

describe('queueAt', () => {
  const contacts = [aContact(0, { band: 2 }), aContact(4), answered(1, 5), left(2, 3)];

  it('counts who was waiting at that moment, and the longest of them', () => {
    expect(queueAt(contacts, at(4.5))).toEqual({ waiting: 4, longest: 4.5 * MINUTE });
    expect(queueAt(contacts, at(5.5))).toEqual({ waiting: 3, longest: 5.5 * MINUTE });
    expect(queueAt(contacts, at(20))).toEqual({ waiting: 2, longest: 20 * MINUTE });
  });

  it('does so by band', () => {
    expect(queueAt(contacts, at(20), 2)).toEqual({ waiting: 1, longest: 20 * MINUTE });
    expect(queueAt(contacts, at(20), 3)).toEqual({ waiting: 1, longest: 16 * MINUTE });
    expect(queueAt(contacts, at(20), 1)).toEqual({ waiting: 0, longest: null });
  });

  it('takes an accepted visitor out although nobody has written yet', () => {
    expect(queueAt([aContact(0, { acceptedAt: at(2) })], at(3))).toEqual({ waiting: 0, longest: null });
  });

  it('never counts an earlier conversation as waiting when the visitor waits again', () => {
    const again = answered(0, 2, { waitingSince: at(30) });
    expect(queueAt([again], at(10))).toEqual({ waiting: 0, longest: null });
    expect(queueAt([again], at(35))).toEqual({ waiting: 1, longest: 5 * MINUTE });
  });
});

describe('flowIn', () => {
  it('says who came, was answered and left in a step, and who waited at its end', () => {
    const contacts = [aContact(14), answered(1, 5), answered(10, 6), left(2, 3), left(3, 0.2)];
    expect(flowIn(contacts, { from: at(0), to: at(15) })).toEqual({
      to: at(15),
      waiting: 2,
      longest: 5 * MINUTE,
      arrivals: 5,
      answered: 1,
      left: 2,
    });
  });
});

describe('steps', () => {
  it('end on the quarter hours of the clock, and are the newest when there are too many', () => {
    const hour = Math.ceil(at(0) / HOUR) * HOUR;
    const whole = { from: at(-200), to: at(0) };
    const cut = steps(whole, 15 * MINUTE, 4);
    expect(cut).toHaveLength(4);
    expect(cut.slice(0, 3).every(({ to }) => (to - hour) % (15 * MINUTE) === 0)).toBe(true);
    expect(cut.at(-1)?.to).toBe(at(0));
  });
});
