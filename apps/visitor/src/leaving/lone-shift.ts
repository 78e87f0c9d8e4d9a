/** Three presses of Shift alone, each within 2 s of the one before, leave the page. */
export const SHIFTS_TO_LEAVE = 3;
const WITHIN_MS = 2_000;

export interface LoneShift {
  readonly presses: number;
  readonly isDown: boolean;
  readonly lastAt: number;
}

export const noShift: LoneShift = { presses: 0, isDown: false, lastAt: 0 };

/** Shift with another key, as in typing a capital, starts the count over. `at` in ms. */
export const keyWentDown = (state: LoneShift, key: string, at: number): LoneShift => {
  if (key !== 'Shift') return noShift;
  const presses = at - state.lastAt <= WITHIN_MS ? state.presses : 0;
  return { presses, isDown: true, lastAt: state.lastAt };
};

/** A press counts when Shift is released and no other key was pressed since. */
export const keyWentUp = (state: LoneShift, key: string, at: number): LoneShift =>
  key === 'Shift' && state.isDown ? { presses: state.presses + 1, isDown: false, lastAt: at } : state;
