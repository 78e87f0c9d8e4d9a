import type { Cancel, Clock, Outcome, Transport, TransportListener } from '@warmline/client';
import type { PracticeActSent, PracticeView } from '@warmline/contracts';
import type { StaffClient } from '../../shared/live/staff-client';
import { parsePayload } from './parse-payload';
import type { PracticeClient } from './practice-client';
import { practiceBeside, practiceDesk, practiceHelp, practiceNotes, practicePage } from './practice-desk';

/** As the server's heartbeat does: the screens hear something every 5 s while the real connection is up. */
const HEARTBEAT = 5_000;

type Answer = Promise<unknown>;

/** What goes on to the server, and what of the practice answers it. */
interface Sent {
  readonly act: PracticeActSent;
  readonly id?: string;
  readonly answer: (view: PracticeView) => unknown;
}

const nothing = (): object => ({});

/** Of what a person wrote under this id. */
const acknowledged =
  (id: string, of: 'entries' | 'notes') =>
  (view: PracticeView): object => {
    const written = view[of].find((one) => one.id === id);
    return { id, seq: written?.seq ?? 0, at: written?.at ?? view.now };
  };

/**
 * It is where the connection to the server is, under the same screens as a real conversation. Every command of the desk
 * becomes an act in this one practice; what is not here is refused, so that no command of it reaches the real service.
 */
export class PracticeWire implements Transport {
  readonly #practice: PracticeClient;
  readonly #real: StaffClient;
  readonly #clock: Clock;
  #listener: TransportListener | null = null;
  #isOpen = false;
  #shown = 0;
  #cancels: readonly Cancel[] = [];
  #cancelHeartbeat: Cancel = () => {};
  /** Commands that only ask. */
  readonly #read: Readonly<Record<string, (view: PracticeView, payload: unknown) => unknown>> = {
    'desk:open': (view) => this.#deskOf(view),
    'help:open': (view) => this.#helpOf(view),
    'help:end': (view) => this.#helpOf(view),
    'safety:open': (view) => view.record,
    'beside:open': practiceBeside,
    'note:read': (view, payload) => practiceNotes(view, parsePayload<'note:read'>(payload).after),
    'timeline:read': (view, payload) => practicePage(view, parsePayload<'timeline:read'>(payload).after),
    'handover:candidates': () => ({ people: [], skills: [], free: 0 }),
    'typing:set': nothing,
    'receipt:seen': nothing,
    'conversation:extend': nothing,
  };
  /** Commands that do something. */
  readonly #acts: Readonly<Record<string, (payload: unknown) => Sent>> = {
    'message:send': (payload) => {
      const { id, body } = parsePayload<'message:send'>(payload);
      return {
        act: { kind: 'say', words: body },
        id,
        answer: acknowledged(id, 'entries'),
      };
    },
    'note:add': (payload) => {
      const { id, note } = parsePayload<'note:add'>(payload);
      return {
        act: { kind: 'note', words: note },
        id,
        answer: acknowledged(id, 'notes'),
      };
    },
    'safety:set': (payload) => {
      const { answer } = parsePayload<'safety:set'>(payload);
      return {
        act: { kind: 'safety', answer },
        answer: nothing,
      };
    },
    'safety:record': (payload) => {
      const { entryId, entry } = parsePayload<'safety:record'>(payload);
      return {
        act: { kind: 'record', entry },
        id: entryId,
        answer: ({ record }) => record,
      };
    },
    'help:call': (payload) => {
      const { callId, urgency } = parsePayload<'help:call'>(payload);
      return {
        act: { kind: 'call', urgency },
        ...(this.#hasCalled(callId) ? {} : { id: callId }),
        answer: (view) => this.#helpOf(view),
      };
    },
    'conversation:end': (payload) => {
      const { reason } = parsePayload<'conversation:end'>(payload);
      return {
        act: { kind: 'end', reason },
        answer: nothing,
      };
    },
    // A supervisor of practice always agrees.
    'ending:ask': (payload) => {
      const { reason } = parsePayload<'ending:ask'>(payload);
      return { act: { kind: 'end', reason }, answer: nothing };
    },
    'wrap_up:finish': () => ({ act: { kind: 'wrap_up' }, answer: nothing }),
  };

  constructor(practice: PracticeClient, real: StaffClient, clock: Clock) {
    this.#practice = practice;
    this.#real = real;
    this.#clock = clock;
  }

  listen(listener: TransportListener): void {
    this.#listener = listener;
  }

  open(): void {
    for (const cancel of this.#cancels) cancel();
    this.#cancels = [
      this.#practice.view.subscribe((view) => {
        if (view !== null) this.#tell(view);
      }),
      this.#real.store.subscribe(({ connection }) => this.#follow(connection.name === 'online')),
    ];
    queueMicrotask(() => this.#follow(this.#real.store.getState().connection.name === 'online'));
  }

  close(): void {
    this.#isOpen = false;
    this.#cancelHeartbeat();
    for (const cancel of this.#cancels) cancel();
    this.#cancels = [];
  }

  send(command: string, payload: unknown, answered: (reply: unknown) => void): void {
    const { [command]: read } = this.#read;
    const { [command]: act } = this.#acts;
    if (read !== undefined) void this.#ask(this.#seen(), (view) => read(view, payload), answered);
    else if (act !== undefined) {
      const { act: sent, id, answer } = act(payload);
      void this.#ask(this.#practice.act(sent, id), answer, answered);
    } else queueMicrotask(() => answered({ ok: false, refusal: 'not_allowed' }));
  }

  async #seen(): Promise<Outcome<PracticeView>> {
    const view = this.#practice.view.get();
    return view === null ? this.#practice.open() : { kind: 'done', value: view };
  }

  /** An act whose fate is unknown is never answered: the screen tries again, as with any lost answer. */
  async #ask(
    asked: Promise<Outcome<PracticeView>>,
    answer: (view: PracticeView) => unknown,
    answered: (reply: unknown) => void,
  ): Answer {
    const outcome = await asked;
    if (outcome.kind === 'done') answered({ ok: true, value: answer(outcome.value) });
    if (outcome.kind === 'refused') answered({ ok: false, refusal: outcome.refusal });
    return outcome;
  }

  #follow(isOnline: boolean): void {
    if (isOnline === this.#isOpen || this.#cancels.length === 0) return;
    this.#isOpen = isOnline;
    if (!isOnline) return this.#listener?.disconnected();
    this.#listener?.connected();
    this.#beHeard();
  }

  #beHeard(): void {
    if (!this.#isOpen) return;
    this.#listener?.heard();
    this.#cancelHeartbeat = this.#clock.after(HEARTBEAT, () => this.#beHeard());
  }

  #tell(view: PracticeView): void {
    if (!this.#isOpen) return;
    const conversationId = view.practiceId;
    this.#listener?.notice('desk:changed', this.#deskOf(view));
    this.#listener?.notice('help:changed', this.#helpOf(view));
    this.#listener?.notice('beside:changed', practiceBeside(view));
    const { entries } = practicePage(view, this.#shown);
    if (entries.length > 0) this.#listener?.notice('timeline:appended', { conversationId, entries });
    this.#shown = view.entries.length;
    this.#listener?.notice('typing:changed', { conversationId, from: 'visitor', typing: view.isTyping });
  }

  #hasCalled(callId: string): boolean {
    return this.#practice.view.get()?.called?.id === callId;
  }

  #deskOf(view: PracticeView): object | null {
    const { desk } = this.#real.store.getState();
    return desk === null ? null : practiceDesk(view, desk);
  }

  #helpOf(view: PracticeView): object | null {
    const { desk } = this.#real.store.getState();
    return desk === null ? null : practiceHelp(view, desk.me);
  }
}
