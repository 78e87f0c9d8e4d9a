import { unsentMessagesInMemory, unsentMessagesInTab, type UnsentMessageStore } from '@warmline/client';
import type { SafetyAnswer } from '@warmline/vocabulary';

/** What this tab needs to be the same visitor after a reload. It is gone with the tab, a quick exit or the end. */
export interface KeptStart {
  readonly token: string;
  readonly startId: string;
  readonly safety: SafetyAnswer;
  readonly name: string;
  readonly language: string;
  /** Skills the visitor wishes for. */
  readonly wants: string[];
  /** The server has answered the start. From then on the page only opens the conversation. */
  readonly started: boolean;
}

export interface KeptDraft {
  readonly text: string;
  readonly sendWhenJoined: boolean;
  /**
   * The id it will be sent under, made with its first letter; null while it is empty. A copy of this tab has the same id, so
   * the message arrives once.
   */
  readonly id: string | null;
}

const START = 'page.start';
const DRAFT = 'page.draft';
const UNSENT = 'page.unsent';
const JOIN_SIGNAL = 'page.join-signal';
export const EMPTY_DRAFT: KeptDraft = { text: '', sendWhenJoined: false, id: null };
const SAFETY: readonly SafetyAnswer[] = ['safe', 'unsure', 'danger', 'unsaid'];

type Fields = { readonly [name: string]: unknown };
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isSafety = (value: unknown): value is SafetyAnswer => SAFETY.some((answer) => answer === value);

const startFrom = (value: unknown): KeptStart | null => {
  if (!isFields(value)) return null;
  const { token, startId, safety, name, language, wants, started } = value;
  const isWhole = typeof token === 'string' && typeof startId === 'string' && isSafety(safety);
  if (!isWhole || typeof name !== 'string' || typeof language !== 'string') return null;
  const wished = Array.isArray(wants) ? wants.map(String) : [];
  return { token, startId, safety, name, language, wants: wished, started: started === true };
};

/** Kept in the tab's own storage where the browser allows it, else in this page's memory. Never throws. */
export class TabMemory {
  readonly #storage: Storage | null;
  readonly unsentMessages: UnsentMessageStore;
  #draft: KeptDraft = EMPTY_DRAFT;

  constructor(storage: Storage | null) {
    this.#storage = storage;
    this.unsentMessages = storage === null ? unsentMessagesInMemory() : unsentMessagesInTab(storage, UNSENT);
  }

  readStart(): KeptStart | null {
    return startFrom(this.#read(START));
  }

  keepStart(start: KeptStart): void {
    this.#write(START, start);
  }

  readDraft(): KeptDraft {
    const value = this.#read(DRAFT);
    if (!isFields(value)) return this.#draft;
    const { text, sendWhenJoined, id } = value;
    if (typeof text !== 'string') return this.#draft;
    return { text, sendWhenJoined: sendWhenJoined === true, id: typeof id === 'string' ? id : null };
  }

  keepDraft(draft: KeptDraft): void {
    this.#draft = draft;
    this.#write(DRAFT, draft);
  }

  /** Whether the visitor wants a signal when someone joins. */
  readWantsJoinSignal(): boolean {
    return this.#read(JOIN_SIGNAL) === true;
  }

  keepWantsJoinSignal(wants: boolean): void {
    this.#write(JOIN_SIGNAL, wants);
  }

  wipe(): void {
    this.#draft = EMPTY_DRAFT;
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
