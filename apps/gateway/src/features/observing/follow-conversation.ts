import { Injectable } from '@nestjs/common';
import type { ConversationId } from '@warmline/kernel';
import { ConversationReadModel } from '@warmline/postgres';
import type { Refusal } from '@warmline/vocabulary';
import { ConversationAccess } from '../../socket/conversation-access';
import { rooms } from '../../socket/rooms';
import type { StaffSocket } from '../../socket/sockets';
import { LiveTimelines } from '../timeline';

/** Retries when access is revoked and granted again during the check. After these the console has to ask again. */
const TRIES = 3;

/** Lets a console receive a conversation for as long as it may read it. The caller has recorded the reading. */
@Injectable()
export class FollowConversation {
  constructor(
    private readonly conversations: ConversationReadModel,
    private readonly timelines: LiveTimelines,
    private readonly access: ConversationAccess,
  ) {}

  /** Answers whether it may. */
  async follow(socket: StaffSocket, id: ConversationId): Promise<boolean> {
    const { staff } = socket.data.person;
    if (socket.rooms.has(rooms.conversation(id))) return true;
    const row = await this.conversations.findConversation(id);
    if (row === null) return false;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const admitted = this.access.admit(socket, id, () => this.conversations.mayRead(id, staff));
      // Ends of access up to here are known to the check that has begun; later ones arrive as entries after this head.
      this.timelines.watch(id, row.lastSeq);
      if (await admitted) return true;
      if (!(await this.conversations.mayRead(id, staff))) break;
    }
    await this.access.remove(socket, id);
    return false;
  }

  /**
   * After a page of the timeline was read: null when it may be sent. Unless access is confirmed, the console is removed. One
   * that was removed during the read, and may read again, has to ask again, or it would miss what came in between.
   */
  async refusalAfterRead(socket: StaffSocket, id: ConversationId): Promise<Refusal | null> {
    let mayStay = false;
    try {
      mayStay = await this.conversations.mayRead(id, socket.data.person.staff);
    } finally {
      if (!mayStay) await this.access.remove(socket, id);
    }
    if (!mayStay) return 'not_found';
    return socket.rooms.has(rooms.conversation(id)) ? null : 'unavailable';
  }

  /** The console receives the conversation no more. */
  unfollow(socket: StaffSocket, id: ConversationId): Promise<void> {
    return this.access.remove(socket, id);
  }
}
