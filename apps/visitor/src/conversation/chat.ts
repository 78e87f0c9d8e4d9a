import {
  Signal,
  Connection,
  isTemporary,
  retryDelay,
  SeenCursor,
  SendQueue,
  ServiceReach,
  settledTimeline,
  TimelineFeed,
  TypingIndicator,
  TypingReporter,
  type Cancel,
  type ConnectionState,
  type Outcome,
  type ReadableSignal,
  type Timeline,
} from '@warmline/client';
import type {
  AfterChatAnswer,
  VisitorCommands,
  VisitorConversation,
  VisitorNotices,
} from '@warmline/contracts';
import { VISITOR_TOKEN_GRACE, type Refusal } from '@warmline/vocabulary';
import { HandoverQuestion } from '../handover/handover-question';
import { ProofWork } from '../proof/proof-work';
import { SilenceQuestion } from '../silence/silence-question';
import type { ChatPorts } from './chat-ports';
import { Errands, type Errand } from './errands';

/** Old phones grow slow with more entries than this on the page; the rest is one press away. */
export const DRAWN_AT_MOST = 500;

/** One visitor's chat from the press on Start to its end, over any number of connections. */
export class Chat {
  readonly #ports: ChatPorts;
  readonly #connection: Connection<VisitorCommands, VisitorNotices>;
  readonly #view = new Signal<VisitorConversation | null>(null);
  readonly #refusal = new Signal<Refusal | null>(null);
  readonly #endAsked = new Signal(false);
  readonly queue: SendQueue;
  readonly feed: TimelineFeed;
  /** What the thread shows of the feed. */
  readonly thread: ReadableSignal<Timeline>;
  readonly typing: TypingIndicator;
  readonly typingReporter: TypingReporter;
  readonly handover: HandoverQuestion;
  readonly silence: SilenceQuestion;
  readonly proof: ProofWork;
  readonly #errands: Errands;
  readonly #reach: ServiceReach;
  readonly #seen: SeenCursor;
  #started: boolean;
  /** True once the conversation is open on the current connection. */
  #isOpen = false;
  /** Device time in ms at which the service was last heard while it was open. */
  #lastOpenAt = Infinity;
  #wasAwayForLong = false;
  #failures = 0;
  #cancelRetry: Cancel = () => {};

  constructor(ports: ChatPorts) {
    const { clock, random, start, isVisible } = ports;
    this.#ports = ports;
    this.#started = start.started;
    const connection = new Connection<VisitorCommands, VisitorNotices>(ports);
    this.#connection = connection;
    this.#reach = new ServiceReach(clock);
    this.queue = new SendQueue({
      ...ports,
      store: ports.unsentMessages,
      // The server refuses for good what comes before the conversation is open on this connection.
      deliver: async (message) =>
        this.#isOpen
          ? this.#reach.observe(await connection.send('message:send', message))
          : { kind: 'unknown', why: 'offline' },
    });
    this.feed = new TimelineFeed({
      clock,
      random,
      read: async (after) => this.#reach.observe(await connection.send('timeline:read', { after })),
    });
    this.thread = settledTimeline(this.feed.timeline, DRAWN_AT_MOST);
    this.#errands = new Errands({ clock, random, onView: (view) => this.#adopt(view) });
    this.handover = new HandoverQuestion({
      tell: (answer) => {
        if (answer === null) this.#errands.drop('handover');
        else this.#errands.begin('handover', { ask: () => connection.send('handover:answer', answer) });
      },
    });
    this.silence = new SilenceQuestion((seq, answer) =>
      this.#errands.begin('silence', { ask: () => connection.send('silence:answer', { seq, answer }) }),
    );
    this.typing = new TypingIndicator(clock);
    this.typingReporter = new TypingReporter((typing) => {
      if (this.#view.get()?.state === 'talking') void connection.send('typing:set', { typing });
    }, clock);
    this.proof = new ProofWork({
      load: ports.loadProof,
      ask: () => connection.send('challenge:ask', {}),
      isOnline: () => connection.state.get().name === 'online',
    });
    this.#seen = new SeenCursor({
      clock,
      isVisible,
      tell: (seq) => connection.send('receipt:seen', { seq }),
    });
    this.#listen();
  }

  /** Said before the start; the page keeps emergency help open for someone in danger. */
  get isInDanger(): boolean {
    return this.#ports.start.safety === 'danger';
  }

  /** It has ended, or was refused: nothing more comes of it on this page. */
  get isOver(): boolean {
    const isRefused = this.#refusal.get() !== null || this.connection.get().name === 'refused';
    return isRefused || this.#view.get()?.state === 'ended';
  }

  get connection(): ReadableSignal<ConnectionState> {
    return this.#connection.state;
  }

  /** Null until the server has answered once. */
  get view(): ReadableSignal<VisitorConversation | null> {
    return this.#view;
  }

  /**
   * Away until its chat can have ended by itself. One that is gone sooner was left by quick exit in another tab. Decided
   * when the service refuses, and not again by how long the page stays open after that.
   */
  get wasAwayForLong(): boolean {
    return this.#wasAwayForLong;
  }

  /** Why there is no chat to show, when the server said so. */
  get refusal(): ReadableSignal<Refusal | null> {
    return this.#refusal;
  }

  /** Device time in ms from which the service behind the connection has not answered; null while it does. */
  get unreachableSince(): ReadableSignal<number | null> {
    return this.#reach.unreachableSince;
  }

  get endRequested(): ReadableSignal<boolean> {
    return this.#endAsked;
  }

  open(): void {
    this.#connection.start();
  }

  retryNow(): void {
    this.#connection.retryNow();
    if (this.#isOpen) this.#catchUp();
    else if (this.connection.get().name === 'online') void this.#openView();
  }

  /** The page has come to the front: what is on screen is seen now. */
  cameToFront(): void {
    this.#seen.shown(0);
  }

  /** Leaves the queue or ends the chat. Asked again after a lost connection until it is answered. */
  end(): void {
    this.#endAsked.set(true);
    this.#errands.begin('end', {
      ask: async () =>
        this.#isOpen
          ? this.#reach.observe(await this.#connection.send('conversation:end', {}))
          : { kind: 'unknown', why: 'offline' },
      onRefused: (refusal) => this.#refuse(refusal),
    });
  }

  /** Tells what they answer after the chat until the server has heard it. */
  answerAfter(answer: AfterChatAnswer, onRefused: NonNullable<Errand['onRefused']>): void {
    const ask = () => this.#connection.send('after_chat:answer', answer);
    this.#errands.begin('after_chat', { ask, onRefused });
  }

  stop(): void {
    this.#cancelRetry();
    this.proof.stop();
    this.queue.stop();
    this.feed.stop();
    this.#errands.stop();
    this.#seen.stop();
    this.#connection.stop();
  }

  #listen(): void {
    this.#connection.state.subscribe((state) => {
      if (this.#isOpen) this.#lastOpenAt = this.#connection.lastHeardAt;
      this.#isOpen = false;
      if (state.name === 'online') void this.#openView();
      else this.typing.heard(false);
    });
    this.#connection.on('conversation:changed', (view) => this.#adopt(view));
    this.#connection.on('timeline:appended', ({ entries }) => {
      if (entries.some((entry) => entry.kind === 'message' && entry.from === 'responder'))
        this.typing.heard(false);
      this.feed.push(entries);
    });
    // Only an answer shows that the service is back, and nothing else may be asking.
    this.#reach.unreachableSince.subscribe((since) => {
      if (since !== null && this.#isOpen) this.feed.resume();
    });
    this.queue.messages.subscribe((messages) => {
      if (messages.at(-1)?.status.name === 'sending') this.handover.wrote();
    });
    this.#connection.on('typing:changed', ({ typing }) => this.typing.heard(typing));
    this.thread.subscribe(({ entries }) => {
      const shown = new Set(this.queue.messages.get().length === 0 ? [] : entries.map(({ id }) => id));
      this.queue.dropShown((id) => shown.has(id));
      this.#seen.shown(entries.length);
    });
  }

  /** After every connection: the start until it is answered, else the view; then what was missed. */
  async #openView(): Promise<void> {
    this.#cancelRetry();
    const outcome = this.#reach.observe(await this.#askView());
    if (outcome.kind === 'done') {
      this.#failures = 0;
      this.#isOpen = true;
      if (!this.#started) this.#ports.onStarted();
      this.#started = true;
      this.proof.answered();
      this.#adopt(outcome.value);
      if (outcome.value.needsProof === true) void this.#prove();
      return this.#catchUp();
    }
    if (outcome.kind === 'refused' && outcome.refusal === 'proof_needed') return this.#prove();
    if (outcome.kind === 'refused' && !isTemporary(outcome.refusal)) {
      // Some minutes after the end the token is over, and there is nothing left to connect for.
      if (this.#view.get()?.state === 'ended') return this.stop();
      return this.#refuse(outcome.refusal);
    }
    this.#retryLater(() => void this.#openView());
  }

  /** Many start at once. The proof goes with the start: before the chat, or beside it for someone in danger. */
  async #prove(): Promise<void> {
    const came = await this.proof.work();
    if (came === 'later') this.#retryLater(() => void this.#prove());
    else if (came === 'cannot' && !this.#started) this.#refuse('proof_needed');
    else if (came === 'made' && this.connection.get().name === 'online') await this.#openView();
  }

  #refuse(refusal: Refusal): void {
    this.#wasAwayForLong = !this.#isOpen && this.#ports.clock.now() - this.#lastOpenAt >= VISITOR_TOKEN_GRACE;
    this.#refusal.set(refusal);
  }

  #catchUp(): void {
    this.feed.resume();
    this.queue.wake();
    this.#errands.resume();
    this.#seen.shown(0);
  }

  #askView(): Promise<Outcome<VisitorConversation>> {
    const { token: _token, started: _started, ...start } = this.#ports.start;
    return this.#started && this.proof.made.proof === undefined
      ? this.#connection.send('conversation:open', {})
      : this.#connection.send('conversation:start', { ...start, ...this.proof.made });
  }

  /** Does nothing while the connection is down: once it is back, everything is opened again. */
  #retryLater(run: () => void): void {
    this.#cancelRetry();
    this.#cancelRetry = this.#ports.clock.after(retryDelay(this.#failures, this.#ports.random), () => {
      if (this.connection.get().name === 'online') run();
    });
    this.#failures += 1;
  }

  #adopt(view: VisitorConversation): void {
    const known = this.#view.get();
    if (known !== null && view.version < known.version) return;
    this.#view.set(view);
    this.handover.adopt(view);
    this.feed.noticeHead(view.head);
  }
}
