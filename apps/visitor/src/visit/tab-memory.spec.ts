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

const KEPT = { survivesReload: true };

describe('what a page remembers', () => {
  it('[PRV5] goes into no storage unless the service chose that', () => {
    const storage = tab();
    const memory = new TabMemory(storage);
    memory.keepStart(start, { survivesReload: false });
    memory.keepWantsJoinSignal(true);
    memory.unsentMessages.save([{ id: 'a', body: 'words' }]);
    expect(storage).toHaveLength(0);
    expect(memory.survivesReload).toBe(false);
    expect(new TabMemory(storage).readStart()).toBeNull();
  });

  it('is the same visitor after a reload where the service chose that', () => {
    const storage = tab();
    new TabMemory(storage).keepStart(start, KEPT);
    const reloaded = new TabMemory(storage);
    expect(reloaded.readStart()).toEqual(start);
    expect(reloaded.survivesReload).toBe(true);
  });

  it('[PRV5] has no name in storage once the server has it, and never unsent words', () => {
    const storage = tab();
    const memory = new TabMemory(storage);
    memory.keepStart({ ...start, name: 'Robin', started: true }, KEPT);
    memory.unsentMessages.save([{ id: 'a', body: 'words' }]);
    expect(memory.unsentMessages.load()).toHaveLength(1);
    expect(storage).toHaveLength(1);
    expect(storage.getItem('page.start')).not.toContain('Robin');
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
    expect(new TabMemory(storage).readStart()).toBeNull();
  });

  it('is nothing after wiping', () => {
    const storage = tab();
    const memory = new TabMemory(storage);
    memory.keepStart(start, KEPT);
    memory.unsentMessages.save([{ id: 'a', body: 'words' }]);
    memory.wipe();
    expect(storage).toHaveLength(0);
    expect(memory.unsentMessages.load()).toEqual([]);
    expect(memory.survivesReload).toBe(false);
  });

  it('does not survive a reload where the browser forbids storage, and knows it', () => {
    const memory = new TabMemory(null);
    memory.keepStart(start, KEPT);
    expect(memory.survivesReload).toBe(false);
    expect(memory.readStart()).toBeNull();
  });
});
