import { aHandover } from '../../testing/builders';
import { nowWords, stepsOf } from './handover-steps';

const shown = (over: Parameters<typeof aHandover>[0]) =>
  stepsOf(aHandover(over), null).map(({ state, told }) => `${state}: ${told}`);

describe('the steps of a handover', () => {
  it('begin with looking for someone where nobody is asked yet', () => {
    const to = { to: 'skill', skill: 'grief' } as const;
    expect(shown({ state: 'proposed', receiver: null, to })[0]).toBe('now: Looking for someone free: grief');
    expect(shown({ state: 'proposed', receiver: null, to })[3]).toBe('todo: The next person joins');
  });

  it('[HND4] say whether the visitor is asked, or told', () => {
    expect(shown({ state: 'visitor_asked' })).toEqual([
      'done: Jo was asked',
      'done: Jo accepted',
      'now: Asking Robin',
      'todo: Jo joins',
      'todo: Jo writes',
      'todo: You leave',
    ]);
    expect(shown({ state: 'joined', mustLeave: true })[2]).toBe('done: Robin was told');
  });

  it('[HND2] leave the writing with the sender until the receiver writes', () => {
    expect(shown({ state: 'joined' })[4]).toBe('now: Jo takes over writing');
    expect(nowWords(aHandover({ state: 'joined' }))[0]).toMatch(/^You are still writing/);
    expect(shown({ state: 'control_passed' }).slice(4)).toEqual(['done: Jo writes', 'now: You leave']);
    expect(shown({ state: 'left' }).at(-1)).toBe('done: You have left');
  });

  it('ask no visitor where the sender is gone', () => {
    const keys = stepsOf(aHandover({ kind: 'cold' }), 'Sam').map(({ key }) => key);
    expect(keys).toEqual(['asked', 'accepted', 'writes']);
  });

  it('tell whether the brief is read', () => {
    expect(nowWords(aHandover({ state: 'joined' }))[1]).toBe('Jo is reading the brief.');
    expect(nowWords(aHandover({ state: 'joined', briefRead: true }))[1]).toBe('Jo has read the brief.');
  });
});
