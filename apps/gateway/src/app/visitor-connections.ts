import { Injectable } from '@nestjs/common';
import type { Reply } from '@warmline/contracts';
import { ConversationReadModel } from '@warmline/postgres';
import { nothing, refused } from '../core/replies';
import type { CommandInTurn } from '../socket/dispatcher';
import type { Asker } from '../socket/fair-queue';
import type { VisitorPage, VisitorSocket } from '../socket/sockets';
import { VisitorTurns } from '../socket/visitor-turns';
import { PagePresence } from '../staffing/page-presence';

/** They find the conversation of the token themselves, so looking it up before would ask twice. */
const FIND_THEMSELVES = new Set(['conversation:start', 'conversation:open']);
/** It is made without a question to Postgres. */
const ASKS_NOTHING = 'challenge:ask';

/** A page sends its start once, and once more with the proof of work it was asked for. */
const URGENT_STARTS = 2;

/** The life of a visitor's connection. */
@Injectable()
export class VisitorConnections {
  private readonly recognised = new WeakMap<VisitorSocket, Promise<void>>();
  private readonly urgentStarts = new WeakMap<VisitorSocket, number>();

  constructor(
    private readonly conversations: ConversationReadModel,
    private readonly presence: PagePresence,
    private readonly turns: VisitorTurns,
  ) {}

  /**
   * Finds the conversation of a page that came back and writes before it has opened its conversation again. Otherwise an
   * early retry would be refused for good. Looked up once for each connection, however many commands come at once.
   * Rejects when Postgres cannot be reached, and then asks again next time.
   */
  recognise({ socket, tokenHash }: VisitorPage): Promise<void> {
    const known = this.recognised.get(socket);
    if (known !== undefined) return known;
    const looking = this.find(socket, tokenHash);
    this.recognised.set(socket, looking);
    looking.catch(() => this.recognised.delete(socket));
    return looking;
  }

  closed(socket: VisitorSocket): void {
    this.presence.left(socket);
  }

  /** Runs a command that is within its limits when it is its page's turn. */
  async runInTurn(page: VisitorPage, command: CommandInTurn): Promise<Reply<unknown>> {
    const asker: Asker = { key: page.tokenHash.toString('base64'), isUrgent: this.isUrgent(page, command) };
    const turn = await this.turns.runCommand(asker, () => this.runWithDatabase(page, asker, command));
    return turn.isRun ? turn.answer : refused(turn.why);
  }

  /** Only a page that has no conversation yet, and only its first starts: a word costs nothing. */
  private isUrgent({ socket }: VisitorPage, command: CommandInTurn): boolean {
    if (!saysDanger(command) || socket.data.conversation !== null) return false;
    const before = this.urgentStarts.get(socket) ?? 0;
    this.urgentStarts.set(socket, before + 1);
    return before < URGENT_STARTS;
  }

  /** A message is stored over a connection of its own, so it needs no turn once its page is recognised. */
  private async runWithDatabase(
    page: VisitorPage,
    asker: Asker,
    { name, run }: CommandInTurn,
  ): Promise<Reply<unknown>> {
    const recognise = (): Promise<Reply<unknown>> =>
      this.recognise(page).then(
        () => nothing,
        () => refused('unavailable'),
      );
    const inTurn = async (work: () => Promise<Reply<unknown>>): Promise<Reply<unknown>> => {
      const turn = await this.turns.useDatabase(asker, work);
      return turn.isRun ? turn.answer : refused(turn.why);
    };
    const runRecognised = async (recognised: Reply<unknown>): Promise<Reply<unknown>> =>
      recognised.ok ? run() : recognised;
    if (name === ASKS_NOTHING) return run();
    if (FIND_THEMSELVES.has(name)) return inTurn(run);
    if (name !== 'message:send') return inTurn(async () => runRecognised(await recognise()));
    const isKnown = page.socket.data.conversation !== null || this.recognised.has(page.socket);
    return runRecognised(isKnown ? await recognise() : await inTurn(recognise));
  }

  private async find(socket: VisitorSocket, tokenHash: Buffer): Promise<void> {
    if (socket.data.conversation !== null) return;
    const row = await this.conversations.findByWorkingToken(tokenHash);
    if (row !== null) socket.data.conversation ??= row.id;
  }
}

/** Someone who says that they are in danger waits for no one else's command. */
const saysDanger = ({ name, payload }: CommandInTurn): boolean =>
  name === 'conversation:start' &&
  typeof payload === 'object' &&
  payload !== null &&
  'safety' in payload &&
  payload.safety === 'danger';
