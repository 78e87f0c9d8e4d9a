import { excerptOf } from './search-past';

describe('words that are looked for', () => {
  it('are found in any case, with what is around them', () => {
    expect(excerptOf('I feel Calmer now', 'calmer')).toBe('I feel Calmer now');
    const long = `${'a '.repeat(100)}the Bridge${' b'.repeat(100)}`;
    expect(excerptOf(long, 'bridge')).toMatch(/^….{55,}the Bridge.{55,}…$/);
    expect(excerptOf('hello', 'bridge')).toBeNull();
  });

  it('are shown where they were written, also after letters that have longer spellings', () => {
    const shown = excerptOf(`${'…'.repeat(100)}the Bridge${'ﬃ'.repeat(100)}`, 'BRIDGE');
    expect(shown).toBe(`…${'…'.repeat(56)}the Bridge${'ﬃ'.repeat(60)}…`);
    expect(excerptOf('Ο ΔΡΌΜΟΣ', 'δρόμος')).toBe('Ο ΔΡΌΜΟΣ');
    expect(excerptOf('cafe\u0301', 'CAFÉ')).toBe('cafe\u0301');
  });
});
