import { passwordFlaw } from './password-rule';

describe('a password that someone chooses', () => {
  it.each(['', 'short', 'fourteen chars', '🐟'.repeat(14)])(
    'with fewer than 15 characters is refused as too short: "%s"',
    (password) => {
      expect(passwordFlaw(password)).toBe('password_too_short');
    },
  );

  it.each([
    'passwordpassword',
    'Password123456789!',
    'P@ssw0rd P@ssw0rd P@ssw0rd',
    '123456789012345',
    'qwertyuiopasdfghjkl',
    'aaaaaaaaaaaaaaaaaaaa',
    'abababababababab',
    'letmein-letmein-2026',
    'correct horse battery staple',
    'Correct Horse Battery Staple 1',
    'patient-garden-ladder',
    'warmline-admin-1234',
    '               ',
  ])('made of what is tried first is refused as common: "%s"', (password) => {
    expect(passwordFlaw(password)).toBe('password_too_common');
  });

  it('made of the person’s own names is refused as common', () => {
    expect(passwordFlaw('rosalind.hughes.1', ['Rosalind', 'rosalind.hughes'])).toBe('password_too_common');
    expect(passwordFlaw('rosalind.hughes.1', ['Kit', 'kit'])).toBeNull();
  });

  it.each([
    'seven grey herons at dawn',
    'my password is a long walk by the river',
    'žluťoučký kůň úpěl',
    '我喜欢在雨天里慢慢走路看书喝茶',
    '483920175620394',
    'V7$kq!z2Rm#x9Lw',
    'x'.repeat(9) + 'tulip-Kettle',
  ])('with words or characters of its own is accepted: "%s"', (password) => {
    expect(passwordFlaw(password)).toBeNull();
  });
});
