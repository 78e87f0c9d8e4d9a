import { Injectable } from '@nestjs/common';
import { ConversationReadModel } from '@warmline/postgres';
import type { VisitorPage, VisitorSocket } from '../socket/sockets';
import { PagePresence } from '../staffing/page-presence';

/** The life of a visitor's connection. */
@Injectable()
export class VisitorConnections {
  private readonly asked = new WeakSet<VisitorSocket>();

  constructor(
    private readonly conversations: ConversationReadModel,
    private readonly presence: PagePresence,
  ) {}

  /**
   * Finds the conversation of a page that came back and writes before it has opened its conversation again. Otherwise an
   * early retry would be refused for good. Looked up once for each connection. Rejects when Postgres cannot be reached.
   */
  async recognise({ socket, tokenHash }: VisitorPage): Promise<void> {
    if (socket.data.conversation !== null || this.asked.has(socket)) return;
    const row = await this.conversations.findByWorkingToken(tokenHash);
    this.asked.add(socket);
    if (row !== null) socket.data.conversation ??= row.id;
  }

  closed(socket: VisitorSocket): void {
    this.presence.left(socket);
  }
}
