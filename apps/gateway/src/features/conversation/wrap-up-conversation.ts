import { Injectable } from '@nestjs/common';
import type { Reply, WrapUp } from '@warmline/contracts';
import { wrapUp } from '@warmline/conversation';
import type { ConversationId, StaffId } from '@warmline/kernel';
import { ConversationReadModel } from '@warmline/postgres';
import { nothing, refused } from '../../core/replies';
import { Changes } from '../../index/changes';
import { ConversationTexts } from '../timeline';

export interface WrapUpCommand {
  readonly conversation: ConversationId;
  readonly epoch: number;
  readonly staff: StaffId;
  readonly wrapUp: WrapUp;
}

/** The short coding after a conversation, by the person who held it. The note is sealed like a message. */
@Injectable()
export class WrapUpConversation {
  constructor(
    private readonly changes: Changes,
    private readonly conversations: ConversationReadModel,
    private readonly texts: ConversationTexts,
  ) {}

  /** Refuses `not_found`, `not_ended`, `already_wrapped_up`, and `malformed` for an unknown topic. */
  async wrapUp(command: WrapUpCommand): Promise<Reply<Record<string, never>>> {
    const { conversation, epoch, staff } = command;
    // Checked before any key is opened, so that others learn nothing from a key that is destroyed.
    const wasTheirs = await this.conversations.wasHolder(conversation, staff, epoch);
    const key = wasTheirs ? await this.texts.keyOf(conversation) : null;
    if (key === null) return refused('not_found');
    return this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(conversation);
      const held = await stores.holdings.findHolding(conversation, epoch);
      if (locked === null || held === null || held.staffId !== staff) return refused('not_found');
      const holding = { staff, epoch, ended: held.endedAt !== null, wrappedUp: held.wrappedUpAt !== null };
      const decision = wrapUp(locked.conversation, holding, await stores.now());
      if (!decision.accepted) return refused(decision.refusal);
      const { note, contactKind, topics, outcome } = command.wrapUp;
      const unknown = await stores.setup.unknownTopics(locked.row.serviceId, topics);
      if (unknown.length > 0) return refused('malformed');
      const sealedNote =
        note.trim() === '' ? null : key.seal(note, { entry: `wrap_up/${epoch}`, role: 'responder' });
      for (const fact of decision.events)
        await stores.holdings.wrapUp(fact, { wrapUpSealed: sealedNote, contactKind, topics, outcome });
      return nothing;
    });
  }
}
