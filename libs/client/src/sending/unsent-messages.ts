/** A message as it is kept until the server has acknowledged it. The id is made once and never again. */
export interface UnsentMessage {
  readonly id: string;
  readonly body: string;
}

/** Where unsent messages survive a reload. Nothing here may throw: a device without room still sends. */
export interface UnsentMessageStore {
  load(): readonly UnsentMessage[];
  save(messages: readonly UnsentMessage[]): void;
}

export const unsentMessagesInMemory = (): UnsentMessageStore => {
  let kept: readonly UnsentMessage[] = [];
  return {
    load: () => kept,
    save: (messages) => {
      kept = messages;
    },
  };
};

const isUnsentMessage = (value: unknown): value is UnsentMessage =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'body' in value &&
  typeof value.body === 'string';

const parseMessages = (text: string | null): readonly UnsentMessage[] => {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter(isUnsentMessage) : [];
  } catch {
    return [];
  }
};

/** Keeps them under one key of the tab's own storage, or only in memory where the browser forbids storage. */
export const unsentMessagesInTab = (storage: Storage, key: string): UnsentMessageStore => {
  const memory = unsentMessagesInMemory();
  return {
    load() {
      try {
        return parseMessages(storage.getItem(key));
      } catch {
        return memory.load();
      }
    },
    save(messages) {
      memory.save(messages);
      try {
        if (messages.length === 0) storage.removeItem(key);
        else storage.setItem(key, JSON.stringify(messages));
      } catch {
        // Full or forbidden: the copy in memory still sends.
      }
    },
  };
};
