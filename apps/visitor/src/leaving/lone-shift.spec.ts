import { keyWentDown, keyWentUp, noShift, type LoneShift } from './lone-shift';

const press = (state: LoneShift, key: string, at: number): LoneShift =>
  keyWentUp(keyWentDown(state, key, at), key, at + 50);

describe('Shift alone', () => {
  it('counts presses close to each other', () => {
    const state = [0, 300, 600].reduce((before, at) => press(before, 'Shift', at), noShift);
    expect(state.presses).toBe(3);
  });

  it('starts over after a pause, and after any other key', () => {
    const slow = [0, 3_000, 6_000].reduce((before, at) => press(before, 'Shift', at), noShift);
    expect(slow.presses).toBe(1);
    expect(press(press(press(noShift, 'Shift', 0), 'a', 100), 'Shift', 200).presses).toBe(1);
  });
});
