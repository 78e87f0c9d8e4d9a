import { unsentMessagesInMemory, type UnsentMessageStore } from '@warmline/client';
import type { SafetyChoice } from '@warmline/vocabulary';

/** What a page needs to be the same visitor after a reload. */
export interface KeptStart {
  readonly token: string;
  readonly startId: string;
  readonly safety: SafetyChoice;
  readonly name: string;
  readonly language: string;
  /** Skills the visitor wishes for. */
  readonly wants: string[];
  /** The server has answered the start. From then on the page only opens the conversation. */
  readonly started: boolean;
}

/** What is written and not sent yet. It is never stored. */
export interface Draft {
  readonly text: string;
  readonly sendWhenJoined: boolean;
  /**
   * The id it will be sent under, made with its first letter; null while it is empty.
   */
  readonly id: string | null;
}

const START = 'page.start';
const JOIN_SIGNAL = 'page.join-signal';
export const EMPTY_DRAFT: Draft = { text: '', sendWhenJoined: false, id: null };
const SAFETY: readonly SafetyChoice[] = ['safe', 'unsure', 'danger', 'unsaid'];

type Fields = { readonly [name: string]: unknown };
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isSafety = (value: unknown): value is SafetyChoice => SAFETY.some((answer) => answer === value);

const startFrom = (value: unknown): KeptStart | null => {
  if (!isFields(value)) return null;
  const { token, startId, safety, name, language, wants, started } = value;
  const isWhole = typeof token === 'string' && typeof startId === 'string' && isSafety(safety);
  if (!isWhole || typeof name !== 'string' || typeof language !== 'string') return null;
  const wished = Array.isArray(wants) ? wants.map(String) : [];
  return { token, startId, safety, name, language, wants: wished, started: started === true };
};

/**
 * What the page remembers of a visit. Words that are not sent are in this page's memory only, so no disk ever has them. The
 * start of the chat goes into the tab's storage only where the service chose that; a browser writes that storage to its disk.
 * Never throws.
 */
export class TabMemory {
  readonly #storage: Storage | null;
  readonly unsentMessages: UnsentMessageStore = unsentMessagesInMemory();
  #survivesReload = false;

  constructor(storage: Storage | null) {
    this.#storage = storage;
  }

  /** Whether the chat of this tab goes on after a reload. */
  get survivesReload(): boolean {
    return this.#survivesReload;
  }

  /** The start that this tab keeps from before a reload, or null. */
  readStart(): KeptStart | null {
    const start = startFrom(this.#read(START));
    this.#survivesReload = start !== null;
    return start;
  }

  /** Once the server has answered the start, the name and the wishes are there and no longer needed here. */
  keepStart(start: KeptStart, { survivesReload }: { readonly survivesReload: boolean }): void {
    this.#survivesReload = survivesReload && this.#storage !== null;
    if (this.#survivesReload) this.#write(START, start.started ? { ...start, name: '', wants: [] } : start);
  }

  /** Whether the visitor wants a signal when someone joins. */
  readWantsJoinSignal(): boolean {
    return this.#read(JOIN_SIGNAL) === true;
  }

  keepWantsJoinSignal(wants: boolean): void {
    if (this.#survivesReload) this.#write(JOIN_SIGNAL, wants);
  }

  wipe(): void {
    this.#survivesReload = false;
    this.unsentMessages.save([]);
    try {
      this.#storage?.clear();
    } catch {
      // Forbidden storage holds nothing.
    }
  }

  #read(key: string): unknown {
    try {
      return JSON.parse(this.#storage?.getItem(key) ?? 'null');
    } catch {
      return null;
    }
  }

  #write(key: string, value: unknown): void {
    try {
      this.#storage?.setItem(key, JSON.stringify(value));
    } catch {
      // Full or forbidden: the chat goes on, it only does not survive a reload.
      this.#survivesReload = false;
    }
  }
}

/** `sessionStorage`, or null where merely touching it throws. */
export const openTabStorage = (): Storage | null => {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
};
