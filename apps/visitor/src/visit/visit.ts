import { Signal, type ReadableSignal } from '@warmline/client';
import type { SafetyAnswer } from '@warmline/vocabulary';
import type { Chat } from '../conversation/chat';
import { findContactDetail } from '../conversation/contact-details';
import type { OpeningWatch } from '../opening/opening-watch';
import type { KeptDraft, KeptStart, TabMemory } from './tab-memory';

/** Where the visitor is. Within `chat`, the server's view says whether they wait, talk or are at the end. */
export type Stage =
  | { readonly name: 'arrive' }
  | { readonly name: 'before_you_start' }
  | { readonly name: 'safety_question' }
  | { readonly name: 'chat'; readonly chat: Chat };

export interface VisitPorts {
  readonly memory: TabMemory;
  readonly opening: OpeningWatch;
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

/** One visit in this tab: arriving, what is asked before, and the chat. A reload comes back to the same place. */
export class Visit {
  readonly #ports: VisitPorts;
  readonly #stage = new Signal<Stage>({ name: 'arrive' });
  readonly #draft: Signal<KeptDraft>;
  #token: string | null = null;

  constructor(ports: VisitPorts) {
    this.#ports = ports;
    this.#draft = new Signal(ports.memory.readDraft());
  }

  get stage(): ReadableSignal<Stage> {
    return this.#stage;
  }

  get opening(): OpeningWatch {
    return this.#ports.opening;
  }

  /** What is written and not handed over: on this device only. */
  get draft(): ReadableSignal<KeptDraft> {
    return this.#draft;
  }

  /** Null before the start and after the end; only quick exit has use for it. */
  get token(): string | null {
    return this.#token;
  }

  /** Takes up a chat this tab already has, or waits at the door. */
  resume(): void {
    const kept = this.#ports.memory.readStart();
    if (kept === null) this.#ports.opening.check();
    else this.#enter(kept);
  }

  goTo(name: 'arrive' | 'before_you_start' | 'safety_question'): void {
    this.#stage.set({ name });
  }

  start(safety: SafetyAnswer, name: string, wants: readonly string[] = []): void {
    const { newToken, newId, language, memory } = this.#ports;
    const start = { safety, name, language, wants: [...wants], started: false };
    const kept: KeptStart = { token: newToken(), startId: newId(), ...start };
    memory.keepStart(kept);
    this.#enter(kept);
  }

  keepDraft(draft: KeptDraft): void {
    this.#draft.set(draft);
    this.#ports.memory.keepDraft(draft);
  }

  /** From the end, or from a door that closed meanwhile, back to where a new chat can start. */
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
    this.#draft.set({ text: '', sendWhenJoined: false });
    this.#ports.memory.wipe();
    // Lets go of the chat and its words, should this page stay on for a moment.
    this.#stage.set({ name: 'arrive' });
  }

  #enter(start: KeptStart): void {
    const { memory, opening: door, openChat } = this.#ports;
    door.stop();
    this.#token = start.token;
    const chat = openChat(start, () => memory.keepStart({ ...start, started: true }));
    const wipeAtEnd = (): void => {
      if (chat.view.get()?.state !== 'ended' && chat.refusal.get() === null) return;
      this.#token = null;
      memory.wipe();
    };
    chat.view.subscribe(wipeAtEnd);
    chat.refusal.subscribe(wipeAtEnd);
    // Whatever changes in the outbox after the end is not kept either.
    chat.queue.messages.subscribe(wipeAtEnd);
    chat.view.subscribe(() => this.#sendIfJoined(chat));
    this.#stage.set({ name: 'chat', chat });
    chat.open();
  }

  /** Only what the visitor ticked for it, and never what they should look at once more. */
  #sendIfJoined(chat: Chat): void {
    const { text, sendWhenJoined } = this.#draft.get();
    if (!sendWhenJoined || chat.view.get()?.state !== 'talking') return;
    const isSent = findContactDetail(text) === null && 'id' in chat.queue.add(text);
    this.keepDraft({ text: isSent ? '' : text, sendWhenJoined: false });
  }
}
