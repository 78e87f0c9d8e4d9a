import { Injectable } from '@nestjs/common';
import { ConversationReadModel } from '@warmline/postgres';
import type { VisitorPage, VisitorSocket } from '../socket/sockets';
import { PagePresence } from '../staffing/page-presence';

/** The life of a visitor's connection. */
@Injectable()
export class VisitorConnections {
  private readonly recognised = new WeakMap<VisitorSocket, Promise<void>>();

  constructor(
    private readonly conversations: ConversationReadModel,
    private readonly presence: PagePresence,
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

  private async find(socket: VisitorSocket, tokenHash: Buffer): Promise<void> {
    if (socket.data.conversation !== null) return;
    const row = await this.conversations.findByWorkingToken(tokenHash);
    if (row !== null) socket.data.conversation ??= row.id;
  }
}
