import fc from 'fast-check';
import { stretched } from '@warmline/test-kit/testing';
import { linksIn, splitLinks } from './links';

describe('links in a message', () => {
  it.each([
    ['see https://a.example/x_(mood)', 'https://a.example/x_(mood)'],
    ['(see https://a.example/x)', 'https://a.example/x'],
    ['(see https://a.example/x_(mood)).', 'https://a.example/x_(mood)'],
    ['[https://a.example/x]', 'https://a.example/x'],
    ['he said “https://a.example/x” and left', 'https://a.example/x'],
    ['“https://a.example/x”', 'https://a.example/x'],
    ["it is 'https://a.example/x'.", 'https://a.example/x'],
    ['see ‘https://a.example/x’!', 'https://a.example/x'],
    ['«https://a.example/x»', 'https://a.example/x'],
    ['请看 https://a.example/x。谢谢', 'https://a.example/x'],
    ['「https://a.example/x」', 'https://a.example/x'],
    ['（https://a.example/x）', 'https://a.example/x'],
    ['https://a.example/x, and more', 'https://a.example/x'],
    ['https://a.example/x?a=1&b=2…', 'https://a.example/x?a=1&b=2'],
    ['**https://a.example/x**', 'https://a.example/x'],
    ["https://a.example/don't-panic", "https://a.example/don't-panic"],
    ['https://a.example/café/語', 'https://a.example/café/語'],
    ['HTTP://A.EXAMPLE/', 'HTTP://A.EXAMPLE/'],
  ])('%s has the link a reader would take', (text, link) => {
    expect(linksIn([text])).toEqual([link]);
  });

  it.each(['javascript:alert(1)', 'https://', 'http://?', 'a.example/x', 'data:text/html,x'])(
    '%s has no link',
    (text) => {
      expect(linksIn([text])).toEqual([]);
    },
  );

  it('gives the whole text back when the pieces are joined', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('https://a.example/', '(', ')', '”', '。', ' ', 'x', '.', '😀')),
        (parts) => {
          const text = parts.join('');
          expect(
            splitLinks(text)
              .map((piece) => piece.text)
              .join(''),
          ).toBe(text);
        },
      ),
      { seed: 20_423 },
    );
  });

  it.each([
    ['full stops after an address', `https://a.example/${'.'.repeat(100_000)}`],
    ['closing brackets after an address', `https://a.example/${')'.repeat(100_000)}`],
    ['addresses in one another', 'https://'.repeat(12_500)],
    ['brackets that open and close', `https://a.example/${'()'.repeat(50_000)}`],
    ['half an address', 'http:/'.repeat(16_667)],
  ])('a paste of 100,000 characters is split in under 200 ms: %s', (_what, text) => {
    const since = performance.now();
    splitLinks(text);
    expect(performance.now() - since).toBeLessThan(stretched(200));
  });

  it('names each link once, in the order of the texts', () => {
    expect(linksIn(['https://b.example/ https://a.example/', 'https://b.example/'])).toEqual([
      'https://b.example/',
      'https://a.example/',
    ]);
  });
});
