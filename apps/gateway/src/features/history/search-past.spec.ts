import { excerptOf } from './search-past';

describe('words that are looked for', () => {
  it('are found in any case, with what is around them', () => {
    expect(excerptOf('I feel Calmer now', 'calmer')).toBe('I feel Calmer now');
    const long = `${'a '.repeat(100)}the Bridge${' b'.repeat(100)}`;
    expect(excerptOf(long, 'bridge')).toMatch(/^….{55,}the Bridge.{55,}…$/);
    expect(excerptOf('hello', 'bridge')).toBeNull();
  });
});
