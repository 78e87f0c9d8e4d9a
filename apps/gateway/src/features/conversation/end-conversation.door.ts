import { Injectable } from '@nestjs/common';
import type { Reply, StaffCommands } from '@warmline/contracts';
import { conversationId } from '@warmline/kernel';
import type { Door } from '../../socket/command';
import type { StaffPage } from '../../socket/staff-console';
import { EndConversation } from './end-conversation';

type Command = StaffCommands['conversation:end'];

@Injectable()
export class HolderEndsDoor implements Door<StaffPage, Command> {
  readonly action = 'conversation.end';

  constructor(private readonly end: EndConversation) {}

  handle({ person }: StaffPage, payload: Command['payload']): Promise<Reply<Record<string, never>>> {
    const { epoch, reason } = payload;
    return this.end.endByHolder({
      conversation: conversationId(payload.conversationId),
      staff: person.staff,
      epoch,
      reason,
    });
  }
}
