import { shortcutLabel, shortcutOf, type KeyPress } from './shortcut';

const OTHER = { isMac: false, isInText: false };
const MAC = { isMac: true, isInText: false };

const press = (over: Partial<KeyPress>): KeyPress => ({
  key: '',
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...over,
});

describe('shortcuts', () => {
  it('are Alt and a letter', () => {
    expect(shortcutOf(press({ key: 'a', code: 'KeyA', altKey: true }), OTHER)).toBe('accept');
    expect(shortcutOf(press({ key: '2', code: 'Digit2', altKey: true }), OTHER)).toBe('second');
    expect(shortcutOf(press({ key: '/', code: 'Digit7', altKey: true }), OTHER)).toBe('list');
  });

  it('never answer to a letter alone', () => {
    expect(shortcutOf(press({ key: 'a', code: 'KeyA' }), OTHER)).toBeNull();
  });

  it('leave AltGr alone, which types letters', () => {
    expect(shortcutOf(press({ key: 'e', code: 'KeyE', altKey: true, ctrlKey: true }), OTHER)).toBeNull();
  });

  it('are Control on a Mac, where Option types letters', () => {
    expect(shortcutOf(press({ key: 'å', code: 'KeyA', altKey: true }), MAC)).toBeNull();
    expect(shortcutOf(press({ key: 'a', code: 'KeyA', ctrlKey: true }), MAC)).toBe('accept');
  });

  it('find anything with Ctrl and K, or ⌘ and K on a Mac, also while writing', () => {
    const pressK = (over: Partial<KeyPress>) => press({ key: 'k', code: 'KeyK', ...over });
    expect(shortcutOf(pressK({ ctrlKey: true }), { isMac: false, isInText: true })).toBe('palette');
    expect(shortcutOf(pressK({ metaKey: true }), { isMac: true, isInText: true })).toBe('palette');
    expect(shortcutOf(pressK({ ctrlKey: true }), MAC)).toBe('previous');
    expect(shortcutOf(pressK({ ctrlKey: true, shiftKey: true }), OTHER)).toBeNull();
    expect(shortcutOf(pressK({ altKey: true }), OTHER)).toBe('previous');
    expect(shortcutLabel('palette', true)).toBe('⌘+K');
  });

  it('go by the place of the key where the keyboard writes another script', () => {
    expect(shortcutOf(press({ key: 'ш', code: 'KeyI', altKey: true }), OTHER)).toBeNull();
    expect(shortcutOf(press({ key: 'ф', code: 'KeyA', altKey: true }), OTHER)).toBe('accept');
  });

  it('leave the letters that edit text to a text box on a Mac', () => {
    const isInText = true;
    for (const code of ['KeyA', 'KeyB', 'KeyD', 'KeyE', 'KeyH', 'KeyK'])
      expect(
        shortcutOf(press({ key: code.slice(3).toLowerCase(), code, ctrlKey: true }), {
          isMac: true,
          isInText,
        }),
      ).toBeNull();
    expect(shortcutOf(press({ key: 'g', code: 'KeyG', ctrlKey: true }), { isMac: true, isInText })).toBe(
      'resources',
    );
    expect(shortcutOf(press({ key: 'a', code: 'KeyA', altKey: true }), { isMac: false, isInText })).toBe(
      'accept',
    );
  });
});
