import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Challenge, Reply, VisitorCommands, VisitorConversation } from '@warmline/contracts';
import { ConversationReadModel } from '@warmline/postgres';
import { codePoints, isBlank, VISITOR_NAME_MAX_CODE_POINTS } from '@warmline/vocabulary';
import { done, refused } from '../../core/replies';
import { SERVICE, type Service } from '../../core/service-settings';
import { rooms } from '../../socket/rooms';
import type { VisitorPage } from '../../socket/sockets';
import { PagePresence } from '../../staffing/page-presence';
import { LiveTimelines } from '../timeline';
import { StartConversation } from './start-conversation';
import { VisitorViews } from './visitor-view';

type StartPayload = VisitorCommands['conversation:start']['payload'];

/** All that is kept of a visitor's token, in memory and in Postgres: its SHA-256. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** A visitor's page starts a conversation or opens its own. From then on it receives what is new. */
@Injectable()
export class VisitorArrival {
  constructor(
    private readonly startConversation: StartConversation,
    private readonly conversations: ConversationReadModel,
    private readonly views: VisitorViews,
    private readonly timelines: LiveTimelines,
    private readonly presence: PagePresence,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** Refuses `malformed` for a name that is too long, and what StartConversation refuses. */
  async start(page: VisitorPage, payload: StartPayload): Promise<Reply<VisitorConversation>> {
    if (codePoints(payload.name) > VISITOR_NAME_MAX_CODE_POINTS) return refused('malformed');
    const { wishes = [] } = this.service;
    const wants = (payload.wants ?? []).filter((skill) => wishes.includes(skill));
    const name = isBlank(payload.name) ? '' : payload.name;
    const started = await this.startConversation.start({
      tokenHash: page.tokenHash,
      ...payload,
      name,
      wants,
      from: page.socket.request,
    });
    if (!started.ok) return started;
    return this.attach(page);
  }

  /** A proof of work for the start of this page. */
  challengeOf(tokenHash: Buffer): Challenge {
    return this.startConversation.challengeOf(tokenHash);
  }

  /** After every (re)connection. Refuses `not_found` for a token without a conversation, or one that is over. */
  async open(page: VisitorPage): Promise<Reply<VisitorConversation>> {
    return this.attach(page);
  }

  private async attach({ socket, tokenHash }: VisitorPage): Promise<Reply<VisitorConversation>> {
    const row = await this.conversations.findByWorkingToken(tokenHash);
    if (row === null) return refused('not_found');
    const room = rooms.conversation(row.id);
    await socket.join(room);
    // A quick exit between the question and the join has closed the pages that were in the room, and not this one.
    if (!(await this.conversations.isOpenToVisitor(row.id))) {
      await socket.leave(room);
      return refused('not_found');
    }
    socket.data.conversation = row.id;
    this.timelines.watch(row.id, row.lastSeq);
    if (row.state !== 'ended') this.presence.visitorCame(socket, row);
    return done(await this.views.viewOf(row));
  }
}
