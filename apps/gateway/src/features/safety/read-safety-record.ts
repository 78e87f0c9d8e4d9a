import { Injectable } from '@nestjs/common';
import type { Reply, SafetyRecord } from '@warmline/contracts';
import type { ConversationId } from '@warmline/kernel';
import { ConversationReadModel } from '@warmline/postgres';
import { found, refused } from '../../core/replies';
import type { StaffPage } from '../../socket/sockets';
import { ObserveConversation } from '../observing';
import { SafetyRecordViews } from './safety-record-view';

/** Reads a safety record for those who may read the conversation, and for supervisors of its service. The reading is recorded first. */
@Injectable()
export class ReadSafetyRecord {
  constructor(
    private readonly conversations: ConversationReadModel,
    private readonly observe: ObserveConversation,
    private readonly views: SafetyRecordViews,
  ) {}

  /** Recorded once for each console that may read the conversation, and each time for a supervisor who only reads the record. */
  async read({ socket, person }: StaffPage, conversation: ConversationId): Promise<Reply<SafetyRecord>> {
    const mayReadAll = await this.conversations.mayRead(conversation, person.staff);
    const mayReadThis =
      mayReadAll ||
      (person.role === 'supervisor' && (await this.conversations.isInService(conversation, person.service)));
    if (!mayReadThis) return refused('not_found');
    if (!mayReadAll || !socket.data.reads.has(conversation))
      await this.observe.recordRead(person, conversation);
    if (mayReadAll) socket.data.reads.add(conversation);
    return found(await this.views.loadView(person, conversation));
  }
}
