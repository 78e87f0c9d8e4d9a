/** The part of a keyboard event that this file needs; the DOM's and React's native event both fit. */
export interface KeyPress {
  readonly key: string;
  readonly isComposing: boolean;
  readonly keyCode: number;
}

/** The browsers' code for a key that an input method took. */
const TAKEN_BY_INPUT_METHOD = 229;

/**
 * True while an input method uses the keys, for example to choose a Japanese word. Safari ends the composition before it
 * reports the Enter that chose the word, so `isComposing` alone is not enough.
 */
export const isForInputMethod = ({ isComposing, keyCode }: KeyPress): boolean =>
  isComposing || keyCode === TAKEN_BY_INPUT_METHOD;
