import { Injectable } from '@nestjs/common';
import { conversationId } from '@warmline/kernel';
import { defineStaffCommands } from '../../socket/commands';
import { ConversationClocks } from './conversation-clocks';
import { EndConversation } from './end-conversation';
import { WrapUpConversation } from './wrap-up-conversation';

@Injectable()
export class ConversationCommands {
  readonly table = defineStaffCommands({
    'conversation:end': {
      permission: 'conversation.end',
      run: ({ person }, { conversationId: conversation, asksAfter = false, ...how }) =>
        this.endConversation.endByHolder({
          conversation: conversationId(conversation),
          staff: person.staff,
          asksAfter,
          ...how,
        }),
    },
    'conversation:extend': {
      permission: 'conversation.write',
      run: ({ person }, { conversationId: conversation, epoch, number }) =>
        this.clocks.extend({
          conversation: conversationId(conversation),
          staff: person.staff,
          epoch,
          number,
        }),
    },
    'wrap_up:finish': {
      permission: 'conversation.wrap_up',
      run: ({ person }, { conversationId: conversation, epoch, wrapUp }) =>
        this.wrapUpConversation.wrapUp({
          conversation: conversationId(conversation),
          staff: person.staff,
          epoch,
          wrapUp,
        }),
    },
  });

  constructor(
    private readonly endConversation: EndConversation,
    private readonly clocks: ConversationClocks,
    private readonly wrapUpConversation: WrapUpConversation,
  ) {}
}
