import { FAULT_NAMES } from './nemesis/fault-name';
import { BadOption, parseSettings } from './settings';

test('without options: a minute of everything, under a seed that is made up', () => {
  const { seed, ...rest } = parseSettings([]);
  expect(seed).toBeGreaterThanOrEqual(0);
  expect(rest).toMatchObject({ mode: 'storm', seconds: 60, faults: FAULT_NAMES, json: false });
});

test('every option is taken', () => {
  const given = '--seconds 20 --seed 7 --visitors 3 --responders 2 --faults sigkill,slice --json --keep';
  expect(parseSettings(given.split(' '))).toEqual({
    mode: 'storm',
    seconds: 20,
    seed: 7,
    visitors: 3,
    responders: 2,
    faults: ['sigkill', 'slice'],
    json: true,
    keep: true,
    full: false,
  });
  expect(parseSettings(['--faults', 'none']).faults).toEqual([]);
  expect(parseSettings(['--outages', '--full'])).toMatchObject({ mode: 'outages', full: true });
});

test.each([
  ['--seconds', '0'],
  ['--seconds', '1.5'],
  ['--seed', '-1'],
  ['--seed', 'abc'],
  ['--visitors', '0'],
  ['--visitors', '1001'],
  ['--faults', 'sigkil'],
  ['--faults', ''],
  ['--no-such-option', '1'],
  ['a', 'word'],
])('%s %j is refused', (...args) => {
  expect(() => parseSettings(args)).toThrow(BadOption);
});
