import { Signal, type ReadableSignal } from '@warmline/client';
import type { SafetyChoice } from '@warmline/vocabulary';
import type { Chat } from '../conversation/chat';
import { contactDetailsIn } from '../conversation/contact-details';
import type { OpeningWatch } from '../opening/opening-watch';
import type { JoinSignal } from '../waiting/join-signal';
import { EMPTY_DRAFT, type Draft, type KeptStart, type TabMemory } from './tab-memory';

/** Which screen the visitor sees. Within `chat`, the server's view says whether they wait, talk or are at the end. */
export type Stage =
  | { readonly name: 'arrive' }
  | { readonly name: 'before_you_start' }
  | { readonly name: 'safety_question' }
  | { readonly name: 'chat'; readonly chat: Chat };

export interface VisitPorts {
  readonly memory: TabMemory;
  readonly opening: OpeningWatch;
  readonly joinSignal: JoinSignal;
  readonly openChat: (start: KeptStart, onStarted: () => void) => Chat;
  readonly newToken: () => string;
  readonly newId: () => string;
  readonly language: string;
}

/** 256 random bits, base64url without padding: 43 characters. Made by the page, so that a retried start is the same one. */
export const newToken = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/**
 * One visit in this tab: arriving, the questions before the chat, and the chat. A reload comes back to the chat only where the
 * service chose that.
 */
export class Visit {
  readonly #ports: VisitPorts;
  readonly #stage = new Signal<Stage>({ name: 'arrive' });
  readonly #draft = new Signal<Draft>(EMPTY_DRAFT);
  #token: string | null = null;
  #chatId: string | null = null;

  constructor(ports: VisitPorts) {
    this.#ports = ports;
  }

  get stage(): ReadableSignal<Stage> {
    return this.#stage;
  }

  get opening(): OpeningWatch {
    return this.#ports.opening;
  }

  get joinSignal(): JoinSignal {
    return this.#ports.joinSignal;
  }

  /** What is written and not sent: in this page only. */
  get draft(): ReadableSignal<Draft> {
    return this.#draft;
  }

  /** Null before the start and after the end. Only quick exit uses it. */
  get token(): string | null {
    return this.#token;
  }

  /** The same in every tab of this chat, also at its end; null before the start. No secret. */
  get chatId(): string | null {
    return this.#chatId;
  }

  /** Whether the chat of this tab goes on after a reload. */
  get survivesReload(): boolean {
    return this.#ports.memory.survivesReload;
  }

  /** Whether closing or reloading the page now would lose a chat, or words that are not sent. */
  get losesOnUnload(): boolean {
    const stage = this.#stage.get();
    if (stage.name !== 'chat' || stage.chat.isOver) return false;
    const isUnsent = this.#draft.get().text !== '' || this.#ports.memory.unsentMessages.load().length > 0;
    return isUnsent || !this.survivesReload;
  }

  /** Goes on with the chat this tab already has, or arrives. */
  resume(): void {
    const kept = this.#ports.memory.readStart();
    if (kept === null) this.#ports.opening.check();
    else this.#enter(kept);
  }

  goTo(name: 'arrive' | 'before_you_start' | 'safety_question'): void {
    this.#stage.set({ name });
  }

  start(safety: SafetyChoice, name: string, wants: readonly string[] = []): void {
    const { newToken: makeToken, newId, language, memory, opening } = this.#ports;
    const start = { safety, name, language, wants: [...wants], started: false };
    const kept: KeptStart = { token: makeToken(), startId: newId(), ...start };
    memory.keepStart(kept, { survivesReload: opening.keepsReloads });
    this.#enter(kept);
  }

  keepDraft(text: string, sendWhenJoined: boolean): void {
    const id = text === '' ? null : (this.#draft.get().id ?? this.#ports.newId());
    this.#draft.set({ text, sendWhenJoined, id });
  }

  /** From the end of a chat, or from a service that closed, back to where a new chat can start. */
  startOver(): void {
    this.forget();
    this.#ports.opening.check();
  }

  /** Stops everything and leaves nothing behind, in this page or in the tab's storage. */
  forget(): void {
    const stage = this.#stage.get();
    if (stage.name === 'chat') stage.chat.stop();
    this.#ports.opening.stop();
    this.#token = null;
    this.#chatId = null;
    this.#draft.set(EMPTY_DRAFT);
    this.#ports.memory.wipe();
    // Drops the chat and its words, should this page stay open for a moment.
    this.#stage.set({ name: 'arrive' });
  }

  #enter(start: KeptStart): void {
    const { memory, opening, openChat } = this.#ports;
    opening.stop();
    this.#token = start.token;
    this.#chatId = start.startId;
    const chat = openChat(start, () =>
      memory.keepStart({ ...start, started: true }, { survivesReload: memory.survivesReload }),
    );
    const wipeAtEnd = (): void => {
      if (chat.view.get()?.state !== 'ended' && chat.refusal.get() === null) return;
      this.#token = null;
      memory.wipe();
    };
    chat.view.subscribe(wipeAtEnd);
    chat.refusal.subscribe(wipeAtEnd);
    // A message that changes after the end is not kept either.
    chat.queue.messages.subscribe(wipeAtEnd);
    this.#whenJoined(chat, () => {
      this.joinSignal.joined();
      this.#sendIfWanted(chat);
    });
    this.#stage.set({ name: 'chat', chat });
    chat.open();
  }

  /** Each time the chat leaves the queue; also when it is found to have left it, after a reload. */
  #whenJoined(chat: Chat, run: () => void): void {
    let isTalking = false;
    chat.view.subscribe((view) => {
      const wasTalking = isTalking;
      isTalking = view?.state === 'talking';
      if (isTalking && !wasTalking) run();
    });
  }

  /** Only what the visitor ticked for it, and never a text they should look at once more. */
  #sendIfWanted(chat: Chat): void {
    const { text, sendWhenJoined, id } = this.#draft.get();
    if (!sendWhenJoined) return;
    const isSent = contactDetailsIn(text).length === 0 && 'id' in chat.queue.add(text, id ?? undefined);
    this.keepDraft(isSent ? '' : text, false);
  }
}
