import { inkOn } from './colour';

describe('the words on the button', () => {
  it.each([
    ['#ffffff', '#000'],
    ['#000000', '#fff'],
    ['#0b5d66', '#fff'],
    ['#FFDD00', '#000'],
    ['red', null],
    ['#fff;}', null],
  ])('are on %s in %s', (background, ink) => {
    expect(inkOn(background)).toBe(ink);
  });
});
