import { unsentMessagesInTab } from './unsent-messages';

describe('the tab storage for unsent messages', () => {
  const storage = (overrides: Partial<Storage>): Storage => {
    const kept = new Map<string, string>();
    return {
      length: 0,
      clear: () => kept.clear(),
      key: () => null,
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
      ...overrides,
    };
  };

  it('keeps them, and leaves no empty key behind', () => {
    const tab = storage({});
    unsentMessagesInTab(tab, 'outbox').save([{ id: 'a', body: 'b' }]);
    expect(unsentMessagesInTab(tab, 'outbox').load()).toEqual([{ id: 'a', body: 'b' }]);
    unsentMessagesInTab(tab, 'outbox').save([]);
    expect(tab.getItem('outbox')).toBeNull();
  });

  it.each(['{', '{"a":1}', '[{"id":1}]', 'null'])('takes %s for nothing', (text) => {
    expect(unsentMessagesInTab(storage({ getItem: () => text }), 'outbox').load()).toEqual([]);
  });

  it('goes on in memory where the browser forbids storage', () => {
    const forbid = (): never => {
      throw new Error('forbidden');
    };
    const store = unsentMessagesInTab(storage({ getItem: forbid, setItem: forbid }), 'outbox');
    store.save([{ id: 'a', body: 'b' }]);
    expect(store.load()).toEqual([{ id: 'a', body: 'b' }]);
  });
});
