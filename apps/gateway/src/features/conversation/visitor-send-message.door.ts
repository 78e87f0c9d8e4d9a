import { Injectable } from '@nestjs/common';
import type { Acknowledgement, Reply, VisitorCommands } from '@warmline/contracts';
import { refused } from '../../core/reply';
import type { Door } from '../../socket/command';
import { conversationOf, type VisitorPage } from '../../socket/visitor-page';
import { TriageMessage } from '../queue/triage-message';
import { SendMessage } from '../timeline/send-message';

type Command = VisitorCommands['message:send'];

@Injectable()
export class VisitorWritesDoor implements Door<VisitorPage, Command> {
  readonly action = 'conversation.write';

  constructor(
    private readonly send: SendMessage,
    private readonly triage: TriageMessage,
  ) {}

  async handle(page: VisitorPage, message: Command['payload']): Promise<Reply<Acknowledgement>> {
    const conversation = conversationOf(page);
    if (conversation === null) return refused('not_found');
    const sent = await this.send.send({ conversation, author: { role: 'visitor' }, ...message });
    // Before it is acknowledged: where this fails the message is sent again, and held against the list again.
    if (sent.ok) await this.triage.triageMessage(conversation, message.body);
    return sent;
  }
}
