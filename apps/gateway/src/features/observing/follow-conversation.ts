import { Injectable } from '@nestjs/common';
import type { Refusal } from '@warmline/contracts';
import type { ConversationId } from '@warmline/kernel';
import { ConversationReadModel } from '@warmline/postgres';
import { ConversationAccess } from '../../socket/conversation-access';
import { rooms } from '../../socket/rooms';
import type { StaffSocket } from '../../socket/sockets';
import { LiveTimelines } from '../timeline/live-timelines';

/** A right that ends while it is asked for, and comes anew: asked for this often before the console has to ask again. */
const TRIES = 3;

/** From now on this console hears the conversation, for as long as it may. The reading was recorded before. */
@Injectable()
export class FollowConversation {
  constructor(
    private readonly views: ConversationReadModel,
    private readonly timelines: LiveTimelines,
    private readonly listeners: ConversationAccess,
  ) {}

  /** Answers whether it may. Who hears it already goes on hearing it until their right ends. */
  async follow(socket: StaffSocket, id: ConversationId): Promise<boolean> {
    const { staff } = socket.data.person;
    if (socket.rooms.has(rooms.conversation(id))) return true;
    const row = await this.views.findConversation(id);
    if (row === null) return false;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const arriving = this.listeners.admit(socket, id, () => this.views.mayRead(id, staff));
      // Ends of rights up to here are known to whoever is asked now; those that follow are seen to as they come.
      this.timelines.watch(id, row.lastSeq);
      if (await arriving) return true;
      if (!(await this.views.mayRead(id, staff))) break;
    }
    await this.listeners.remove(socket, id);
    return false;
  }

  /**
   * After a page was read: null when it may be given out. Without a clear yes the console leaves; one that was taken out
   * meanwhile, and may read again, has to ask again, or it would miss what came in between.
   */
  async refusalAfterRead(socket: StaffSocket, id: ConversationId): Promise<Refusal | null> {
    let mayStay = false;
    try {
      mayStay = await this.views.mayRead(id, socket.data.person.staff);
    } finally {
      if (!mayStay) await this.listeners.remove(socket, id);
    }
    if (!mayStay) return 'not_found';
    return socket.rooms.has(rooms.conversation(id)) ? null : 'unavailable';
  }
}
