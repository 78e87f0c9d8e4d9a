import { samplesIn } from '../machine/metronome';
import { MachineTime } from './machine-time';

const slow = (at: number, slowness: number) =>
  ({ k: 'machine', slowness, lasted: 1_000, w: at, t: at, ln: 1 }) as const;

it('on a quiet machine all time counts', () => {
  const time = new MachineTime();
  time.see(slow(1_000, 1.1));
  expect(time.between(0, 5_000)).toBe(5_000);
});

it('a second in which everything took four times as long counts a quarter', () => {
  const time = new MachineTime();
  time.see(slow(2_000, 4));
  expect(time.between(0, 5_000)).toBe(4_250);
});

it('only the part of a slow second between the two moments is left out', () => {
  const time = new MachineTime();
  time.see(slow(2_000, 2));
  expect(time.between(1_500, 3_000)).toBe(1_250);
});

it('a line that the metronome has not finished is read the next time', () => {
  expect(samplesIn('{"slowness":2,"lasted":1000}\n{"slow')).toEqual([{ slowness: 2, lasted: 1_000 }]);
});
