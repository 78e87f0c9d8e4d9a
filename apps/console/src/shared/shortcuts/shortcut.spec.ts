import { shortcutOf, type KeyPress } from './shortcut';

const press = (over: Partial<KeyPress>): KeyPress => ({
  key: '',
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...over,
});

describe('shortcuts', () => {
  it('are Alt and a letter', () => {
    expect(shortcutOf(press({ key: 'a', code: 'KeyA', altKey: true }), false)).toBe('accept');
    expect(shortcutOf(press({ key: '2', code: 'Digit2', altKey: true }), false)).toBe('second');
    expect(shortcutOf(press({ key: '/', code: 'Digit7', altKey: true }), false)).toBe('list');
  });

  it('never answer to a letter alone', () => {
    expect(shortcutOf(press({ key: 'a', code: 'KeyA' }), false)).toBeNull();
  });

  it('leave AltGr alone, which types letters', () => {
    expect(shortcutOf(press({ key: 'e', code: 'KeyE', altKey: true, ctrlKey: true }), false)).toBeNull();
  });

  it('are Control on a Mac, where Option types letters', () => {
    expect(shortcutOf(press({ key: 'å', code: 'KeyA', altKey: true }), true)).toBeNull();
    expect(shortcutOf(press({ key: 'a', code: 'KeyA', ctrlKey: true }), true)).toBe('accept');
  });

  it('go by the place of the key where the keyboard writes another script', () => {
    expect(shortcutOf(press({ key: 'ш', code: 'KeyI', altKey: true }), false)).toBeNull();
    expect(shortcutOf(press({ key: 'ф', code: 'KeyA', altKey: true }), false)).toBe('accept');
  });
});
