import { Injectable } from '@nestjs/common';
import type { Reply, StaffCommands } from '@warmline/contracts';
import { conversationId } from '@warmline/kernel';
import type { Door } from '../../socket/command';
import type { StaffPage } from '../../socket/staff-console';
import { TakeOver } from './take-over';

type Command = StaffCommands['conversation:take_over'];

@Injectable()
export class TakeOverDoor implements Door<StaffPage, Command> {
  readonly action = 'conversation.take_over';

  constructor(private readonly takeOver: TakeOver) {}

  handle({ person }: StaffPage, payload: Command['payload']): Promise<Reply<Command['reply']>> {
    return this.takeOver.takeOver(person, conversationId(payload.conversationId), payload.reason);
  }
}
