import { Injectable } from '@nestjs/common';
import { conversationId, type ConversationId } from '@warmline/kernel';
import { ConversationReadModel } from '@warmline/postgres';
import { done, found, nothing, refused } from '../../core/replies';
import { defineStaffCommands } from '../../socket/commands';
import type { StaffPage } from '../../socket/sockets';
import { ReadTimeline } from '../timeline';
import { FollowConversation } from './follow-conversation';
import { ObservationViews } from './observation-view';
import { ObserveConversation } from './observe-conversation';

/** Reading by staff. Every first read of a console is recorded before the first byte is sent. */
@Injectable()
export class ObservingCommands {
  readonly table = defineStaffCommands({
    'timeline:read': {
      permission: 'conversation.read',
      run: async (page, { after, ...payload }) => {
        const id = conversationId(payload.conversationId);
        if (!(await this.recordFirstRead(page, id))) return refused('not_found');
        if (!(await this.follow.follow(page.socket, id))) return refused('not_found');
        const read = await this.timeline.readPage(id, after);
        // Access may have ended before the page was read.
        const refusal = await this.follow.refusalAfterRead(page.socket, id);
        return refusal === null ? done(read) : refused(refusal);
      },
    },
    'conversation:observe': {
      permission: 'conversation.observe',
      run: async ({ socket, person }, payload) => {
        const id = conversationId(payload.conversationId);
        const refusal = await this.observe.beginObserving(person, id);
        if (refusal !== null) return refused(refusal);
        socket.data.reads.add(id);
        if (!(await this.follow.follow(socket, id))) return refused('not_found');
        return found(await this.views.loadView(id));
      },
    },
    'conversation:unobserve': {
      permission: 'conversation.observe',
      run: async ({ socket, person }, payload) => {
        const id = conversationId(payload.conversationId);
        await this.observe.endObserving(person, id);
        await this.follow.unfollow(socket, id);
        socket.data.reads.delete(id);
        return nothing;
      },
    },
  });

  constructor(
    private readonly conversations: ConversationReadModel,
    private readonly observe: ObserveConversation,
    private readonly follow: FollowConversation,
    private readonly views: ObservationViews,
    private readonly timeline: ReadTimeline,
  ) {}

  /** False for a conversation that is not theirs to read. Later reads of this console are checked after the page is read. */
  private async recordFirstRead({ socket, person }: StaffPage, id: ConversationId): Promise<boolean> {
    if (socket.data.reads.has(id)) return true;
    if (!(await this.conversations.mayRead(id, person.staff))) return false;
    await this.observe.recordRead(person, id);
    socket.data.reads.add(id);
    return true;
  }
}
