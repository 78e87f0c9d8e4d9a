import { Injectable } from '@nestjs/common';
import type { Reply, StaffCommands } from '@warmline/contracts';
import { conversationId } from '@warmline/kernel';
import type { Door } from '../../socket/command';
import type { StaffConsole } from '../../socket/staff-console';
import { WrapUpConversation } from './wrap-up-conversation';

type Command = StaffCommands['wrap_up:finish'];

@Injectable()
export class FinishWrapUpDoor implements Door<StaffConsole, Command> {
  readonly action = 'conversation.wrap_up';

  constructor(private readonly wrapUp: WrapUpConversation) {}

  handle({ person }: StaffConsole, payload: Command['payload']): Promise<Reply<Record<string, never>>> {
    const { epoch, wrapUp } = payload;
    return this.wrapUp.run({
      conversation: conversationId(payload.conversationId),
      epoch,
      staff: person.staff,
      wrapUp,
    });
  }
}
