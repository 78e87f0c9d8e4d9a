import { Injectable } from '@nestjs/common';
import type { Acknowledgement, Reply, VisitorCommands } from '@warmline/contracts';
import { SendMessage } from '../conversation/send-message';
import { refused } from '../platform/reply';
import type { Door } from '../realtime/door';
import { conversationOf, type VisitorPage } from './visitor-page';

type Command = VisitorCommands['message:send'];

@Injectable()
export class VisitorWritesDoor implements Door<VisitorPage, Command> {
  readonly action = 'conversation.write';

  constructor(private readonly send: SendMessage) {}

  async handle(page: VisitorPage, message: Command['payload']): Promise<Reply<Acknowledgement>> {
    const conversation = conversationOf(page);
    if (conversation === null) return refused('not_found');
    return this.send.run({ conversation, author: { role: 'visitor' }, ...message });
  }
}
