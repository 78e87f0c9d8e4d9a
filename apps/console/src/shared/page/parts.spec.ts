import { usableStorage } from './parts';

describe('the storage of a tab', () => {
  it('is memory of the page where the browser blocks site data', () => {
    const storage = usableStorage(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    storage.setItem('a', '1');
    expect([storage.length, storage.key(0), storage.getItem('a')]).toEqual([1, 'a', '1']);
    storage.removeItem('a');
    expect(storage.getItem('a')).toBeNull();
  });
});
