import { Injectable } from '@nestjs/common';
import type { Reply, StaffCommands, TimelinePage } from '@warmline/contracts';
import { conversationId, type ConversationId } from '@warmline/kernel';
import { ConversationViews } from '@warmline/postgres';
import { ObserveConversation } from '../conversation/observe-conversation';
import { ReadTimeline } from '../conversation/read-timeline';
import { done, refused } from '../platform/reply';
import type { Door } from '../realtime/door';
import { rooms } from '../realtime/rooms';
import { FollowConversation } from './follow-conversation';
import type { StaffConsole } from './staff-console';

type Command = StaffCommands['timeline:read'];

/** A console reads what it holds, has to wrap up, is taking over, or observes; the first read of each socket is recorded. */
@Injectable()
export class StaffReadsDoor implements Door<StaffConsole, Command> {
  readonly action = 'conversation.read';

  constructor(
    private readonly views: ConversationViews,
    private readonly observe: ObserveConversation,
    private readonly follow: FollowConversation,
    private readonly read: ReadTimeline,
  ) {}

  async handle(page: StaffConsole, payload: Command['payload']): Promise<Reply<TimelinePage>> {
    const id = conversationId(payload.conversationId);
    if (!(await this.mayRead(page, id))) return refused('not_found');
    await this.recordOnce(page, id);
    await this.follow.run(page.socket, id);
    const read = await this.read.run(id, payload.after);
    // The right may have ended since it was asked for, before this console was there to be taken out.
    return (await this.staysIn(page, id)) ? done(read) : refused('not_found');
  }

  /** Asked again once the console hears the conversation; without a clear yes it leaves. */
  private async staysIn(page: StaffConsole, id: ConversationId): Promise<boolean> {
    let mayStay = false;
    try {
      mayStay = await this.mayRead(page, id);
    } finally {
      if (!mayStay) await page.socket.leave(rooms.conversation(id));
    }
    return mayStay;
  }

  private async mayRead({ person }: StaffConsole, id: ConversationId): Promise<boolean> {
    if (await this.views.isHeldBy(id, person.staff)) return true;
    if (await this.views.isPartyTo(id, person.staff)) return true;
    return person.role === 'supervisor' && (await this.views.isObservedBy(id, person.staff));
  }

  private async recordOnce({ socket, person }: StaffConsole, id: ConversationId): Promise<void> {
    if (socket.data.reads.has(id)) return;
    await this.observe.recordRead(person, id);
    socket.data.reads.add(id);
  }
}
