import { Injectable } from '@nestjs/common';
import type { ConversationId } from '@warmline/kernel';
import { ConversationViews } from '@warmline/postgres';
import { Listeners } from '../realtime/listeners';
import { LiveTimelines } from '../realtime/live-timelines';
import { rooms } from '../realtime/rooms';
import type { StaffSocket } from '../realtime/sockets';

/** From now on this console hears the conversation. The right to read it was checked and recorded before. */
@Injectable()
export class FollowConversation {
  constructor(
    private readonly views: ConversationViews,
    private readonly timelines: LiveTimelines,
    private readonly listeners: Listeners,
  ) {}

  async run(socket: StaffSocket, id: ConversationId): Promise<void> {
    this.listeners.mayRead(socket, id);
    if (socket.rooms.has(rooms.conversation(id))) return;
    const row = await this.views.find(id);
    if (row === null) return;
    await this.listeners.join(socket, id);
    this.timelines.watch(id, row.lastSeq);
  }
}
