import { Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { visitorCommands } from '@warmline/contracts';
import { ConversationReadModel } from '@warmline/postgres';
import { visitorDoors } from '../features/conversation/visitor-doors';
import type { Entrance } from '../socket/dispatcher';
import { entrancesOf } from '../socket/entrances';
import type { VisitorSocket } from '../socket/sockets';
import type { VisitorPage } from '../socket/visitor-page';
import { PagePresence } from '../staffing/page-presence';

/** What happens along the life of a visitor's line. */
@Injectable()
export class VisitorConnections {
  private readonly asked = new WeakSet<VisitorSocket>();

  constructor(
    private readonly modules: ModuleRef,
    private readonly views: ConversationReadModel,
    private readonly presence: PagePresence,
  ) {}

  entrances(): ReadonlyMap<string, Entrance<VisitorPage>> {
    return entrancesOf<VisitorPage, typeof visitorCommands>(this.modules, visitorCommands, visitorDoors);
  }

  /**
   * A page that came back and writes before it has opened its conversation again is known by its token all the same;
   * otherwise a retry that is a little early would be refused for good. Looked up once for each line. Rejects when the
   * truth cannot be reached.
   */
  async recognise({ socket, tokenHash }: VisitorPage): Promise<void> {
    if (socket.data.conversation !== null || this.asked.has(socket)) return;
    const row = await this.views.findByToken(tokenHash);
    this.asked.add(socket);
    socket.data.conversation ??= row?.id ?? null;
  }

  closed(socket: VisitorSocket): void {
    this.presence.left(socket);
  }
}
