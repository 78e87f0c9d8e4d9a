import { attackerPriority, readScheduling } from './attacker-priority';

const chrt = '/usr/bin/chrt';

describe('the priority of the attacker', () => {
  it('is the lowest there is, whatever the siege itself runs at', () => {
    expect(attackerPriority({ realTime: 0, chrt }).before).toEqual([chrt, '--idle', '0']);
    expect(attackerPriority({ realTime: 1, chrt }).before).toEqual([chrt, '--idle', '0']);
    expect(attackerPriority({ realTime: 5, chrt }).before).toEqual([chrt, '--rr', '1']);
    expect(attackerPriority({ realTime: 0, chrt: null }).before).toEqual([]);
  });

  it('is said with that of all others', () => {
    for (const scheduling of [
      { realTime: 0, chrt },
      { realTime: 5, chrt },
      { realTime: 0, chrt: null },
    ])
      expect(attackerPriority(scheduling).said).toMatch(/^Attackers ran .*, all others at .*\.$/);
  });

  it('is read from the system', () => {
    expect(readScheduling().realTime).toBeGreaterThanOrEqual(0);
  });
});
