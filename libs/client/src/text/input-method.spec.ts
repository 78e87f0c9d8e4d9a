import { isForInputMethod } from './input-method';

describe('a key that an input method took', () => {
  it.each([
    ['Chrome, while composing', { key: 'Enter', isComposing: true, keyCode: 229 }, true],
    ['Safari, after compositionend', { key: 'Enter', isComposing: false, keyCode: 229 }, true],
    ['Firefox, while composing', { key: 'Process', isComposing: true, keyCode: 13 }, true],
    ['a plain Enter', { key: 'Enter', isComposing: false, keyCode: 13 }, false],
  ])('is recognised: %s', (_who, press, expected) => {
    expect(isForInputMethod(press)).toBe(expected);
  });
});
