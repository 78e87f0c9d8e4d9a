import { Injectable } from '@nestjs/common';
import { conversationId } from '@warmline/kernel';
import { ConversationReadModel } from '@warmline/postgres';
import { Hints } from '@warmline/redis';
import { nothing, refused } from '../../core/replies';
import { defineStaffCommands } from '../../socket/commands';
import { HolderFence } from './holder-fence';
import { SendMessage } from './send-message';

/** What a responder writes. Visitors' pages have their own commands, in the conversation feature. */
@Injectable()
export class TimelineCommands {
  readonly table = defineStaffCommands({
    'message:send': {
      permission: 'conversation.write',
      // The append checks the epoch under the row lock.
      run: ({ person }, { conversationId: conversation, epoch, id, body }) =>
        this.sendMessage.send({
          conversation: conversationId(conversation),
          author: { role: 'responder', staff: person.staff, epoch },
          alias: person.name,
          id,
          body,
        }),
    },
    'typing:set': {
      permission: 'conversation.write',
      run: async ({ person }, { epoch, typing, ...payload }) => {
        const id = conversationId(payload.conversationId);
        const refusal = await this.fence.refusal(id, { staff: person.staff, epoch });
        if (refusal !== null) return refused(refusal);
        this.hints.hint({ kind: 'typing', id, from: 'responder', typing });
        return nothing;
      },
    },
    'receipt:seen': {
      permission: 'conversation.write',
      run: async ({ person }, { epoch, seq, ...payload }) => {
        const id = conversationId(payload.conversationId);
        const by = { staff: person.staff, epoch };
        const refusal = await this.fence.refusal(id, by);
        if (refusal !== null) return refused(refusal);
        if (await this.conversations.moveResponderCursor(id, seq, by))
          this.hints.hint({ kind: 'changed', conversations: [id], staff: [] });
        return nothing;
      },
    },
  });

  constructor(
    private readonly sendMessage: SendMessage,
    private readonly fence: HolderFence,
    private readonly conversations: ConversationReadModel,
    private readonly hints: Hints,
  ) {}
}
