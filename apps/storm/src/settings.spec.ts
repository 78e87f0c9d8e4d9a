import { FAULT_NAMES } from './nemesis/fault-name';
import { againAs, BadOption, parseSettings } from './settings';

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
    pace: 1,
    timeScale: 0.1,
    json: true,
    keep: true,
    full: false,
  });
  expect(parseSettings(['--faults', 'none']).faults).toEqual([]);
  expect(parseSettings(['--outages', '--full'])).toMatchObject({ mode: 'outages', full: true });
});

test.each([
  '--seed 7 --seconds 20 --visitors 3 --responders 2',
  '--seed 7 --seconds 20 --visitors 3 --responders 2 --faults sigkill,slice --pace 2.5 --time-scale 0.3',
  '--seed 7 --seconds 20 --visitors 3 --responders 2 --faults none',
])('%s is how to see the same again', (given) => {
  expect(againAs(parseSettings(given.split(' ')))).toBe(given);
});

test.each([
  ['--pace', '0'],
  ['--time-scale', '2'],
  ['--time-scale', 'slow'],
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
