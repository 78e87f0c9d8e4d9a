import { createContext, useContext } from 'react';
import {
  browserWakeUps,
  deviceClock,
  STAFF_PROTOCOL,
  socketTransport,
  type Cancel,
  type Clock,
  type Random,
  type Transport,
} from '@warmline/client';

/** As much of a response as the console reads. */
export type HttpReply = Pick<Response, 'ok' | 'status' | 'json'>;

/** Everything the console needs from outside itself; tests hand in their own. */
export interface ConsoleParts {
  readonly fetch: (path: string, request?: RequestInit) => Promise<HttpReply>;
  /** A connection to the server for the console of this person. */
  readonly makeWire: (staffId: string) => Transport;
  readonly clock: Clock;
  readonly random: Random;
  readonly wakeUps: (wake: () => void) => Cancel;
  /** Unsent messages live here until acknowledged, so that a reload loses none; gone with the tab. */
  readonly tabStorage: Storage;
  /** Loads the page again, with the newest console of the server. Drafts and unsent messages are kept. */
  readonly reload: () => void;
  /** Opens a page of another site in this tab. */
  readonly leaveFor: (address: string) => void;
}

/** The tab's storage, or memory that lasts as long as the page where the browser blocks site data. */
export const usableStorage = (take: () => Storage): Storage => {
  try {
    const storage = take();
    storage.removeItem('warmline.probe');
    return storage;
  } catch {
    return new MemoryStorage();
  }
};

/** What a tab keeps when the browser keeps nothing: gone with the page. */
class MemoryStorage implements Storage {
  readonly #items = new Map<string, string>();

  get length(): number {
    return this.#items.size;
  }

  key(index: number): string | null {
    return [...this.#items.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.#items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.#items.set(key, value);
  }

  removeItem(key: string): void {
    this.#items.delete(key);
  }

  clear(): void {
    this.#items.clear();
  }
}

export const browserParts = (): ConsoleParts => ({
  fetch: (path, request) => fetch(path, request),
  makeWire: (staffId) =>
    socketTransport({ namespace: '/staff', handshake: () => ({ protocol: STAFF_PROTOCOL, staffId }) }),
  clock: deviceClock,
  random: Math.random,
  wakeUps: browserWakeUps,
  tabStorage: usableStorage(() => sessionStorage),
  reload: () => location.reload(),
  leaveFor: (address) => location.assign(address),
});

const PartsContext = createContext<ConsoleParts | null>(null);

export const PartsProvider = PartsContext.Provider;

export const useParts = (): ConsoleParts => {
  const parts = useContext(PartsContext);
  if (parts === null) throw new Error('the console is used outside its parts');
  return parts;
};
