import { pageNameOf } from './pages';

describe('what a page is called in the title', () => {
  it.each([
    ['/', 'My desk'],
    ['/console', 'My desk'],
    ['/console/now', 'Live view'],
    ['/practice', 'Practise'],
    ['/console/practice/0198', 'Practise'],
    ['/quality', 'Quality'],
    ['/console/quality/0198', 'Review'],
    ['/feedback/0198', 'My feedback'],
    ['/told-us', 'Told us'],
    ['/account', null],
  ])('%s is %s', (address, name) => {
    expect(pageNameOf(address)).toBe(name);
  });
});
