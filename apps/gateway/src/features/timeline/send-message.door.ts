import { Injectable } from '@nestjs/common';
import type { Acknowledgement, Reply, StaffCommands } from '@warmline/contracts';
import { conversationId } from '@warmline/kernel';
import type { Door } from '../../socket/command';
import type { StaffPage } from '../../socket/staff-console';
import { SendMessage } from './send-message';

type Command = StaffCommands['message:send'];

@Injectable()
export class StaffWritesDoor implements Door<StaffPage, Command> {
  readonly action = 'conversation.write';

  constructor(private readonly send: SendMessage) {}

  /** The epoch is checked under the row lock of the append. */
  async handle({ person }: StaffPage, message: Command['payload']): Promise<Reply<Acknowledgement>> {
    const { epoch, id, body } = message;
    const author = { role: 'responder', staff: person.staff, epoch } as const;
    const conversation = conversationId(message.conversationId);
    return this.send.send({ conversation, author, alias: person.name, id, body });
  }
}
