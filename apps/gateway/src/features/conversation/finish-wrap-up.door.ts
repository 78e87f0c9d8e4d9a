import { Injectable } from '@nestjs/common';
import type { Reply, StaffCommands } from '@warmline/contracts';
import { conversationId } from '@warmline/kernel';
import type { Door } from '../../socket/command';
import type { StaffPage } from '../../socket/staff-console';
import { WrapUpConversation } from './wrap-up-conversation';

type Command = StaffCommands['wrap_up:finish'];

@Injectable()
export class FinishWrapUpDoor implements Door<StaffPage, Command> {
  readonly action = 'conversation.wrap_up';

  constructor(private readonly wrapUp: WrapUpConversation) {}

  handle({ person }: StaffPage, payload: Command['payload']): Promise<Reply<Record<string, never>>> {
    const { epoch, wrapUp } = payload;
    return this.wrapUp.wrapUp({
      conversation: conversationId(payload.conversationId),
      epoch,
      staff: person.staff,
      wrapUp,
    });
  }
}
