import { nameOfNewcomer, signInNameOfNewcomer } from './newcomer';

describe('someone whom the provider brings', () => {
  it.each([
    [{ preferred_username: 'Zoë.Smith@charity.example' }, 'zoe.smith'],
    [{ email: 'rae+chat@charity.example' }, 'raechat'],
    [{ preferred_username: '  ', email: '--admin' }, 'admin'],
    [{ preferred_username: 7 }, 'newcomer'],
    [{ preferred_username: '李' }, 'newcomer'],
    [{ preferred_username: 'a'.repeat(90) }, 'a'.repeat(40)],
  ])('of %j signs in as %s', (claims, name) => {
    expect(signInNameOfNewcomer(claims)).toBe(name);
  });

  it('is called what the provider says, unless that has something hidden in it or is too long', () => {
    expect(nameOfNewcomer({ name: ' Zoë Smith ' })).toBe('Zoë Smith');
    for (const name of ['', 'a\u202Eb', 'a'.repeat(61), { first: 'Zoë' }])
      expect(nameOfNewcomer({ name, preferred_username: 'zoe' })).toBe('zoe');
  });
});
