import type { Transport, TransportListener } from '@warmline/client';
import { ManualClock } from '@warmline/client/testing';
import type {
  Acknowledgement,
  LiveView,
  Desk,
  OpeningView,
  Entry,
  HandoverCandidates,
  HelpView,
  Reply,
  SafetyRecord,
  Session,
  StaffCommands,
  StaffNotices,
  TimelinePage,
  Report,
  Wallboard,
} from '@warmline/contracts';
import type { Refusal } from '@warmline/vocabulary';
import type { ConsoleParts, HttpReply } from '../shared/page/parts';
import { aHelpCall, aHelpView } from './a-help-view';
import { aReading } from './a-reading';
import { aReport } from './a-report';
import { recordAnswers } from './a-safety-record';
import { aWallboard } from './a-wallboard';
import { anOpeningView } from './an-opening';
import { aLiveView, aDesk, aHandover, ANA, PEOPLE, someCandidates, START } from './builders';
import { FakePractice } from './fake-practice';
import { FakeTeam } from './fake-team';
import { httpAnswer } from './http-answer';
import { liveViewUpdate } from './live-view-update';
import { plainAnswers } from './plain-answers';

interface Asked {
  readonly command: string;
  readonly payload: Record<string, unknown>;
}

const ok = (value: unknown): Reply<unknown> => ({ ok: true, value });

/** The whole other side in a page's memory: sign-in, content, and a line that answers until it is cut. */
export class FakeService {
  readonly clock = new ManualClock();
  /** What the team writes beside conversations. */
  readonly team = new FakeTeam((beside) => this.tell('beside:changed', beside));
  readonly practice = new FakePractice();
  session: Session | null = null;
  readonly plain = plainAnswers();
  /** So many tries to sign in are told that the service is busy. */
  busyFor = 0;
  /** What a set-up link gets. */
  setUpAnswer: Session | Refusal = 'link_over';
  readonly setUps: unknown[] = [];
  /** No request gets an answer. */
  isUnreachable = false;
  #desk: Desk = aDesk();
  board: LiveView = aLiveView();
  wallboard: Wallboard = aWallboard();
  opening: OpeningView = anOpeningView();
  #help: HelpView = aHelpView();
  /** Who has said that they are coming before anybody here does. */
  answersFirst: { readonly id: string; readonly name: string } | null = null;
  assigned: StaffCommands['offer:assign']['reply'] = { isAsked: true, obstacles: [] };
  candidates: HandoverCandidates = someCandidates;
  /** Of any range; null where there is none. */
  report: Report | null = aReport();
  /** Which ranges were asked for, in order. */
  readonly reports: string[] = [];
  safetyRecord: Partial<SafetyRecord> = {};
  readonly timelines = new Map<string, Entry[]>();
  readonly asked: Asked[] = [];
  /** Answers given instead of the usual ones, and refusals instead of any. */
  readonly refusals = new Map<string, Refusal>();
  readonly answers = new Map<string, (payload: never) => unknown>();
  readonly #usual: Readonly<Record<string, (payload: never) => unknown>> = {
    'desk:open': () => this.desk,
    ...this.team.answers,
    ...this.practice.answers,
    'availability:set': () => this.desk,
    'live_view:open': () => this.#boardNow(),
    ...Object.fromEntries(
      ['propose', 'confirm', 'undo', 'stop_proof'].map((act) => [`flood:${act}`, () => this.#boardNow()]),
    ),
    'wallboard:open': () => this.wallboard,
    'help:open': () => this.help,
    'help:call': (call: StaffCommands['help:call']['payload']) => this.#call(call),
    'help:end': ({ callId }: StaffCommands['help:end']['payload']) => this.#endCall(callId),
    'surge:ask': () => this.help,
    'surge:answer': () => ({ ...this.help, asked: null }),
    'help:answer': ({ callId }: StaffCommands['help:answer']['payload']) => this.#answerCall(callId),
    'opening:read': () => this.opening,
    'opening:set': () => this.opening,
    'opening:keep_open': () => this.opening,
    'offer:assign': () => this.assigned,
    'queue:take': () => ({ conversationId: this.board.waiting[0]?.conversationId, epoch: 1 }),
    'waiting:tell': () => ({ told: 3 }),
    'offer:accept': () => ({ conversationId: this.desk.offer?.conversationId, epoch: 1 }),
    ...recordAnswers(() => ({ ...this.safetyRecord, now: this.now })),
    'handover:candidates': () => this.candidates,
    'handover:propose': (proposal: StaffCommands['handover:propose']['payload']) => this.#propose(proposal),
    'timeline:read': ({ conversationId, after }: StaffCommands['timeline:read']['payload']) =>
      this.#page(conversationId, after),
    'message:send': (message: StaffCommands['message:send']['payload']) => this.#store(message),
    'conversation:observe': ({ conversationId }: StaffCommands['conversation:observe']['payload']) =>
      aReading(this.board, conversationId, this.#page(conversationId, 0)),
  };
  readonly #startedAt = this.clock.now();
  #isDown = false;
  #listener: TransportListener | null = null;
  #isOpen = false;

  get parts(): Pick<ConsoleParts, 'fetch' | 'makeWire'> {
    return {
      fetch: (path, request) =>
        this.isUnreachable
          ? Promise.reject(new TypeError('offline'))
          : Promise.resolve(this.#http(path, request)),
      makeWire: (staffId) => this.#wire(staffId),
    };
  }

  /** What was asked by this command, in order. */
  of(command: string): readonly Record<string, unknown>[] {
    return this.asked.filter((asked) => asked.command === command).map(({ payload }) => payload);
  }

  tell<Name extends keyof StaffNotices>(name: Name, payload: StaffNotices[Name]): void {
    if (this.#isOpen) this.#listener?.notice(name, payload);
  }

  /** The live view says something new. */
  tellLiveView(board: LiveView): void {
    const update = liveViewUpdate(this.board, { ...board, now: Math.max(board.now, this.now) });
    this.board = { ...board, version: update.version };
    this.tell('live_view:changed', update);
  }

  /** The service's own clock, which goes on with the page's. */
  get now(): number {
    return START + this.clock.now() - this.#startedAt;
  }

  get desk(): Desk {
    return { ...this.#desk, now: this.now };
  }

  changeDesk(over: Partial<Desk>): void {
    this.#desk = { ...this.#desk, ...over };
    this.tell('desk:changed', this.desk);
  }

  get help(): HelpView {
    return { ...this.#help, now: this.now };
  }

  changeHelp(over: Partial<HelpView>): void {
    this.#help = { ...this.#help, ...over };
    this.tell('help:changed', this.help);
  }

  append(conversationId: string, entry: Entry): void {
    this.timelines.set(conversationId, [...this.#entries(conversationId), entry]);
    this.tell('timeline:appended', { conversationId, entries: [entry] });
  }

  goDown(): void {
    this.#isDown = true;
    this.#isOpen = false;
    this.#listener?.disconnected();
  }

  comeBack(): void {
    this.#isDown = false;
  }

  #wire(staffId: string): Transport {
    return {
      listen: (listener) => {
        this.#listener = listener;
      },
      open: () => queueMicrotask(() => this.#connect(staffId)),
      close: () => {
        this.#isOpen = false;
      },
      send: (command, payload, answered) => {
        this.asked.push({ command, payload: payload as Record<string, unknown> });
        const refusal = this.refusals.get(command);
        const reply = refusal === undefined ? this.#answer(command, payload) : { ok: false, refusal };
        queueMicrotask(() => answered(reply));
      },
    };
  }

  #connect(staffId: string): void {
    if (this.#isDown) return this.#listener?.failed('xhr poll error');
    if (this.session === null) return this.#listener?.failed('not_signed_in');
    if (this.session.staff.id !== staffId) return this.#listener?.failed('session_changed');
    this.#isOpen = true;
    this.#listener?.connected();
    this.#beat();
  }

  /** As the server's ping does: the page hears something every 5 s. */
  #beat(): void {
    if (!this.#isOpen) return;
    this.#listener?.heard();
    this.clock.after(5_000, () => this.#beat());
  }

  #entries(conversationId: string): Entry[] {
    return this.timelines.get(conversationId) ?? [];
  }

  #page(conversationId: string, after: number): TimelinePage {
    const entries = this.#entries(conversationId);
    return { entries: entries.slice(after), head: entries.length };
  }

  #store({ conversationId, id, body }: StaffCommands['message:send']['payload']): Acknowledgement {
    const seq = this.#entries(conversationId).length + 1;
    const at = this.now;
    this.append(conversationId, { kind: 'message', seq, id, from: 'responder', name: 'Sam', body, at });
    return { id, seq, at };
  }

  #call({ callId, conversationId, urgency }: StaffCommands['help:call']['payload']): HelpView {
    const others = this.#help.mine.filter(({ id }) => id !== callId);
    const call = aHelpCall({ id: callId, conversationId, urgency, calledAt: this.now });
    this.#help = { ...this.#help, mine: [...others, call] };
    return this.help;
  }

  #endCall(callId: string): HelpView {
    const isOther = ({ id }: { readonly id: string }): boolean => id !== callId;
    this.#help = {
      ...this.#help,
      mine: this.#help.mine.filter(isOther),
      calls: this.#help.calls.filter(isOther),
    };
    return this.help;
  }

  #answerCall(callId: string): StaffCommands['help:answer']['reply'] {
    const call = this.#help.calls.find(({ id }) => id === callId);
    const { id, name } = this.answersFirst ?? this.session?.staff ?? ANA;
    return { answeredBy: { id, name }, conversationId: call?.conversationId ?? null };
  }

  #propose({ handoverId, ...asked }: StaffCommands['handover:propose']['payload']): unknown {
    const { conversationId, to, mustLeave, brief } = asked;
    const handover = aHandover({ id: handoverId, conversationId, to, mustLeave, brief });
    if (this.session?.staff.id === handover.sender.id)
      this.changeDesk({ handovers: [...this.desk.handovers, handover] });
    return handover;
  }

  #boardNow(): LiveView {
    return { ...this.board, now: this.now };
  }

  #answer(command: string, payload: unknown): Reply<unknown> {
    return ok((this.answers.get(command) ?? this.#usual[command])?.(payload as never) ?? {});
  }

  #http(path: string, request: RequestInit | undefined): HttpReply {
    if (path.startsWith('/api/report?')) return this.#report(path);
    const plain = Object.entries(this.plain).find(([address]) => `${path}?`.startsWith(`${address}?`));
    if (plain !== undefined) return httpAnswer(200, plain[1]);
    if (request?.method === 'DELETE') this.session = null;
    if (path === '/api/session/setup') return this.#setUp(request?.body);
    if (request?.method === 'POST') return this.#signIn(request.body);
    if (this.session === null) return httpAnswer(401, { refusal: 'not_signed_in' });
    return httpAnswer(200, this.session);
  }

  #report(path: string): HttpReply {
    this.reports.push(path.replace('/api/report?', ''));
    return this.report === null ? httpAnswer(503, { refusal: 'unavailable' }) : httpAnswer(200, this.report);
  }

  #setUp(body: BodyInit | null | undefined): HttpReply {
    this.setUps.push(JSON.parse(body as string));
    if (typeof this.setUpAnswer === 'string') return httpAnswer(410, { refusal: this.setUpAnswer });
    this.session = this.setUpAnswer;
    return httpAnswer(200, this.session);
  }

  #signIn(body: BodyInit | null | undefined): HttpReply {
    if (this.busyFor > 0) {
      this.busyFor -= 1;
      return httpAnswer(503, { refusal: 'busy' });
    }
    const { signInName, password } = JSON.parse(body as string) as { signInName: string; password: string };
    const staff = PEOPLE[signInName];
    if (staff === undefined || password !== 'right') return httpAnswer(401, { refusal: 'wrong_sign_in' });
    this.session = { staff };
    return httpAnswer(200, this.session);
  }
}
