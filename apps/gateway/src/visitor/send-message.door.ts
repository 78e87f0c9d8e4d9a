import { Injectable } from '@nestjs/common';
import type { Acknowledgement, Reply, VisitorCommands } from '@warmline/contracts';
import { SendMessage } from '../conversation/send-message';
import { refused } from '../platform/reply';
import type { Door } from '../realtime/door';
import { conversationOf, type VisitorCaller } from './visitor-caller';

type Command = VisitorCommands['message:send'];

@Injectable()
export class VisitorWritesDoor implements Door<VisitorCaller, Command> {
  readonly action = 'conversation.write';

  constructor(private readonly send: SendMessage) {}

  async handle(caller: VisitorCaller, message: Command['payload']): Promise<Reply<Acknowledgement>> {
    const conversation = conversationOf(caller);
    if (conversation === null) return refused('not_found');
    return this.send.run({ conversation, author: { role: 'visitor' }, ...message });
  }
}
