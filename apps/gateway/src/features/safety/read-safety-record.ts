import { Injectable } from '@nestjs/common';
import type { Reply, SafetyRecord } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import type { ConversationId } from '@warmline/kernel';
import { ConversationReadModel } from '@warmline/postgres';
import { found, refused } from '../../core/replies';
import type { StaffPage } from '../../socket/sockets';
import { ObserveConversation } from '../observing';
import { SafetyRecordViews } from './safety-record-view';

/**
 * Reads a safety record for those who may read the conversation, and for supervisors of its service while it goes on. The
 * reading is recorded first.
 */
@Injectable()
export class ReadSafetyRecord {
  constructor(
    private readonly conversations: ConversationReadModel,
    private readonly observe: ObserveConversation,
    private readonly views: SafetyRecordViews,
  ) {}

  /**
   * Recorded once for each console that may read the conversation, and each time for a supervisor who only reads the record.
   * Refuses `not_found`, and `conversation_ended` to that supervisor: from then on it is opened with a purpose.
   */
  async read({ socket, person }: StaffPage, conversation: ConversationId): Promise<Reply<SafetyRecord>> {
    const mayReadAll = await this.conversations.mayRead(conversation, person.staff);
    if (!mayReadAll) {
      if (!(await this.isSupervisorOf(person, conversation))) return refused('not_found');
      if (await this.hasEnded(conversation)) return refused('conversation_ended');
    }
    if (!mayReadAll || !socket.data.reads.has(conversation))
      await this.observe.recordRead(person, conversation);
    if (mayReadAll) socket.data.reads.add(conversation);
    return found(await this.views.loadView(person, conversation));
  }

  /** After someone wrote into it: supervisors also write after the end, and are then shown only what they wrote. */
  async readWritten(page: StaffPage, conversation: ConversationId): Promise<Reply<SafetyRecord>> {
    const reply = await this.read(page, conversation);
    return reply.ok || reply.refusal !== 'conversation_ended'
      ? reply
      : found(await this.views.loadView(page.person, conversation, 'own'));
  }

  private async isSupervisorOf(
    { role, service }: StaffPrincipal,
    conversation: ConversationId,
  ): Promise<boolean> {
    return role === 'supervisor' && (await this.conversations.isInService(conversation, service));
  }

  private async hasEnded(conversation: ConversationId): Promise<boolean> {
    return (await this.conversations.findConversation(conversation))?.state === 'ended';
  }
}
