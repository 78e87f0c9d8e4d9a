import { Injectable } from '@nestjs/common';
import type { Reply, StaffCommands, TimelinePage } from '@warmline/contracts';
import { conversationId, type ConversationId } from '@warmline/kernel';
import { ConversationReadModel } from '@warmline/postgres';
import { done, refused } from '../../core/reply';
import type { Door } from '../../socket/command';
import type { StaffPage } from '../../socket/staff-console';
import { ReadTimeline } from '../timeline/read-timeline';
import { FollowConversation } from './follow-conversation';
import { ObserveConversation } from './observe-conversation';

type Command = StaffCommands['timeline:read'];

/** A console reads what it holds, has to wrap up, is taking over, or observes; the first read of each socket is recorded. */
@Injectable()
export class StaffReadsDoor implements Door<StaffPage, Command> {
  readonly action = 'conversation.read';

  constructor(
    private readonly views: ConversationReadModel,
    private readonly observe: ObserveConversation,
    private readonly follow: FollowConversation,
    private readonly read: ReadTimeline,
  ) {}

  async handle({ socket, person }: StaffPage, payload: Command['payload']): Promise<Reply<TimelinePage>> {
    const id = conversationId(payload.conversationId);
    if (!(await this.recorded({ socket, person }, id))) return refused('not_found');
    if (!(await this.follow.follow(socket, id))) return refused('not_found');
    const read = await this.read.readPage(id, payload.after);
    // The right may have ended before the page was read.
    const refusal = await this.follow.refusalAfterRead(socket, id);
    return refusal === null ? done(read) : refused(refusal);
  }

  /** False for what is not theirs to read. A socket whose first read was recorded is asked again after each page only. */
  private async recorded({ socket, person }: StaffPage, id: ConversationId): Promise<boolean> {
    if (socket.data.reads.has(id)) return true;
    if (!(await this.views.mayRead(id, person.staff))) return false;
    await this.observe.recordRead(person, id);
    socket.data.reads.add(id);
    return true;
  }
}
