import { chosenPasswordFlaw } from './chosen-password';

const flawOf = (password: string) => chosenPasswordFlaw(password, ['Samira Okafor', 'samira']);

describe('a password that someone chooses', () => {
  it.each([
    'mailcreated5240',
    'momsanaladventure',
    'hd764nw5d7e1vb1',
    '1qaz2wsx3edc4rfv',
    'blink182blink182',
  ])('is refused as common where a breach or a pattern has it: %s', async (password) => {
    expect(await flawOf(password)).toBe('password_too_common');
  });

  it.each([
    'purple-otter-lamp-river',
    'my mum makes good tea',
    '839201745520931',
    'tannenbaum-siebzehn-grün',
  ])('is taken where it is long and its own: %s', async (password) => {
    expect(await flawOf(password)).toBeNull();
  });

  it('is judged by its first part, so that a long one keeps nobody waiting', async () => {
    expect(await flawOf(`purple-otter-lamp-river${'x'.repeat(150)}`)).toBeNull();
    expect(await flawOf('short')).toBe('password_too_short');
  });
});
