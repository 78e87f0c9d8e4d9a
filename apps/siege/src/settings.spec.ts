import { KINDS } from './attack/kinds';
import { BadOption, parseSettings, QUICK } from './settings';

describe('the options of a siege', () => {
  it('a siege without options makes every attack, from one network and from fifty', () => {
    const settings = parseSettings([]);
    expect(settings.kinds).toEqual(KINDS.map(({ name }) => name));
    expect(settings.prefixes).toEqual([1, 50]);
  });

  it('a quick siege makes some attacks that exist', () => {
    const { kinds, recoverySeconds } = parseSettings(['--quick']);
    expect(kinds).toEqual(QUICK.kinds);
    for (const kind of kinds) expect(KINDS.map(({ name }) => name)).toContain(kind);
    expect(recoverySeconds).toBeLessThan(15);
  });

  it.each([
    ['--kinds', 'kindness'],
    ['--seconds', '0'],
    ['--seconds', '121'],
    ['--prefixes', '0'],
    ['--seed', 'x'],
    ['--loud'],
  ])('an option that cannot be is refused with what to give instead: %s %s', (...args) => {
    expect(() => parseSettings(args.filter(Boolean))).toThrow(BadOption);
  });

  it('no two attacks have one name', () => {
    expect(new Set(KINDS.map(({ name }) => name)).size).toBe(KINDS.length);
  });
});
