import type { Transport, TransportListener } from '@warmline/client';
import type { Entry, VisitorConversation } from '@warmline/contracts';
import type { Refusal } from '@warmline/vocabulary';

interface Fields {
  readonly [name: string]: unknown;
}
export const HANDOVER = '00000000-0000-4000-8000-00000000000a';
/** Entries in one page of the timeline, as the contract has it. */
const PAGE = 200;
const ok = (value: unknown): unknown => ({ ok: true, value });

/** The service as this page meets it: one conversation, kept in memory, for any number of pages. */
export class FakeService {
  readonly asked: { readonly command: string; readonly payload: Fields }[] = [];
  readonly entries: Entry[] = [];
  view: VisitorConversation | null = null;
  /** Refuses the next commands of this name. */
  refusing: { readonly command: string; readonly refusal: Refusal } | null = null;
  /** Chats that start need a proof of work: before the chat, or beside it. */
  proof: 'none' | 'first' | 'beside' = 'none';
  isUp = true;
  /** What they answer after the chat sounds unsafe. */
  soundsUnsafe = false;
  /** Tries to connect get no answer at all. */
  isSilent = false;
  /** Its database is away: it answers, and stores nothing. */
  isUnavailable = false;
  readonly #pages = new Set<TransportListener>();

  readonly transport = (): Transport => {
    let page: TransportListener | null = null;
    return {
      listen: (listener) => {
        page = listener;
        this.#pages.add(listener);
      },
      open: () => {
        if (this.isSilent) return;
        if (this.isUp) page?.connected();
        else page?.failed('websocket error');
      },
      close: () => {},
      send: (command, payload, answered) => {
        this.asked.push({ command, payload: payload as Fields });
        if (this.isUp) answered(this.#answer(command, payload as Fields));
      },
    };
  };

  goDown(): void {
    this.isUp = false;
    for (const page of this.#pages) page.disconnected();
  }

  /** As a gateway does that is about to stop. */
  moveAway(): void {
    for (const page of this.#pages) page.disconnected('moved');
  }

  /** The timeline says who joined before the view does, as on the wire. */
  joinAhead(name: string): void {
    this.#append({ kind: 'event', event: 'joined', name, reason: null });
  }

  join(name: string): void {
    this.joinAhead(name);
    this.#change({ state: 'talking', responder: { name, present: true } });
  }

  /** Someone else would like to come in, and the page is asked about it. */
  asksAbout(to: string): void {
    const from = this.view?.responder?.name ?? '';
    this.#change({ handover: { id: HANDOVER, state: 'asked', from, to } });
  }

  tellEvent(event: (Entry & { kind: 'event' })['event'], name: string): void {
    this.#append({ kind: 'event', event, name, reason: null });
    this.#change({});
  }

  say(body: string): void {
    this.#append({ kind: 'message', from: 'responder', name: 'Sam', body });
  }

  change(change: Partial<VisitorConversation>): void {
    this.#change(change);
  }

  tell(name: string, payload: unknown): void {
    for (const page of this.#pages) page.notice(name, payload);
  }

  #answer(command: string, payload: Fields): unknown {
    const refusal = this.#refusalOf(command, payload);
    if (refusal !== null) return { ok: false, refusal };
    if (command === 'timeline:read') return ok(this.#page(Number(payload['after'])));
    if (command === 'message:send') return ok(this.#store(String(payload['id']), String(payload['body'])));
    if (command === 'challenge:ask') return ok({ text: 'challenge', iterations: 1, oneIn: 1, answers: 4 });
    this.#act(command, payload);
    if (command === 'silence:answer') this.#answerSilence(payload['answer'] === 'here');
    if (command === 'after_chat:answer')
      this.change({ afterChat: 'answered', ...(this.soundsUnsafe && { helpFirst: true }) });
    if (!/^(conversation|handover|silence|after_chat):/.test(command)) return ok({});
    return this.view === null ? { ok: false, refusal: 'not_found' } : ok(this.view);
  }

  #refusalOf(command: string, payload: Fields): Refusal | null {
    if (this.isUnavailable) return 'unavailable';
    if (this.refusing?.command === command) return this.refusing.refusal;
    const isProofMissing = this.proof === 'first' && payload['proof'] === undefined;
    return command === 'conversation:start' && isProofMissing ? 'proof_needed' : null;
  }

  #end(): void {
    const endReason = this.view?.state === 'waiting' ? 'left_waiting' : 'visitor_ended';
    this.#change({ state: 'ended', endReason });
  }

  #page(after: number): Fields {
    return { entries: this.entries.slice(after, after + PAGE), head: this.entries.length };
  }

  #act(command: string, payload: Fields): void {
    if (command === 'conversation:start') this.#start(payload['proof'] !== undefined);
    if (command === 'conversation:end') this.#end();
    if (command === 'handover:answer') this.#hear(payload['agrees'] === true);
  }

  #start(isProven: boolean): void {
    const begun = this.view ?? this.#begin();
    const { needsProof: _, ...proven } = begun;
    this.view = this.proof === 'beside' && !isProven ? { ...begun, needsProof: true } : proven;
  }

  #hear(agrees: boolean): void {
    const handover = this.view?.handover ?? null;
    if (handover === null) return;
    if (!agrees) return this.#change({ handover: null });
    this.#append({ kind: 'event', event: 'joined', name: handover.to, reason: null });
    this.#change({ handover: { ...handover, state: 'joined' } });
  }

  /** The visitor has been silent, and is asked whether they are there. */
  asksIfHere(canEnd = true): void {
    const { seq } = this.#append({ kind: 'event', event: 'asked_if_here', name: '', reason: null });
    this.#change({ askedIfHere: { seq, canEnd } });
  }

  #answerSilence(isHere: boolean): void {
    const event = isHere ? 'said_here' : 'wants_more_time';
    this.#append({ kind: 'event', event, name: '', reason: null });
    const { askedIfHere: _, ...rest } = this.view ?? this.#begin();
    this.view = rest;
    this.#change({});
  }

  #begin(): VisitorConversation {
    return {
      id: '00000000-0000-4000-8000-000000000001',
      state: 'waiting',
      version: 1,
      responder: null,
      handover: null,
      wait: 'unknown',
      waitingSince: 1,
      head: 0,
      receipts: { visitor: 0, responder: 0 },
      endReason: null,
    };
  }

  #store(id: string, body: string): Fields {
    const known = this.entries.find((entry) => entry.id === id);
    const { seq, at } = known ?? this.#append({ kind: 'message', from: 'visitor', name: '', body, id });
    return { id, seq, at };
  }

  #append(entry: Fields): Entry {
    const seq = this.entries.length + 1;
    const whole = { id: `entry-${seq}`, ...entry, seq, at: seq } as unknown as Entry;
    this.entries.push(whole);
    this.tell('timeline:appended', { entries: [whole] });
    return whole;
  }

  #change(change: Partial<VisitorConversation>): void {
    const before = this.view ?? this.#begin();
    this.view = { ...before, ...change, version: before.version + 1, head: this.entries.length };
    this.tell('conversation:changed', this.view);
  }
}
