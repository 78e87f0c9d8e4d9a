import { TabMemory, type KeptStart } from './tab-memory';

const start: KeptStart = {
  token: 't',
  startId: 's',
  safety: 'unsaid',
  name: '',
  language: 'en',
  wants: ['Welsh'],
  started: false,
};

const tab = (): Storage => {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: () => null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
};

describe('what the tab keeps', () => {
  it('is the same visitor after a reload', () => {
    const storage = tab();
    new TabMemory(storage).keepStart(start);
    new TabMemory(storage).keepDraft({ text: 'words', sendWhenJoined: true, id: 'a' });
    expect(new TabMemory(storage).readStart()).toEqual(start);
    expect(new TabMemory(storage).readDraft()).toEqual({ text: 'words', sendWhenJoined: true, id: 'a' });
  });

  it.each([
    '',
    '{',
    '1',
    '{"token":1}',
    '{"token":"t","startId":"s","safety":"x","name":"","language":"en"}',
  ])('takes %s for nothing', (text) => {
    const storage = tab();
    storage.setItem('page.start', text);
    storage.setItem('page.draft', text);
    expect(new TabMemory(storage).readStart()).toBeNull();
    expect(new TabMemory(storage).readDraft().text).toBe('');
  });

  it('is nothing after wiping', () => {
    const storage = tab();
    const memory = new TabMemory(storage);
    memory.keepStart(start);
    memory.keepDraft({ text: 'words', sendWhenJoined: false, id: 'a' });
    memory.unsentMessages.save([{ id: 'a', body: 'words' }]);
    memory.wipe();
    expect(storage).toHaveLength(0);
    expect(memory.readDraft().text).toBe('');
  });

  it('goes on in memory where the browser forbids storage', () => {
    const memory = new TabMemory(null);
    memory.keepDraft({ text: 'words', sendWhenJoined: false, id: 'a' });
    expect(memory.readDraft().text).toBe('words');
    expect(memory.readStart()).toBeNull();
  });
});
