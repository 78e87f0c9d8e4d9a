import { Injectable } from '@nestjs/common';
import type { Reply, TimelinePage, VisitorCommands } from '@warmline/contracts';
import { ReadTimeline } from '../conversation/read-timeline';
import { done, refused } from '../platform/reply';
import type { Door } from '../realtime/door';
import { conversationOf, type VisitorCaller } from './visitor-caller';

type Command = VisitorCommands['timeline:read'];

@Injectable()
export class VisitorReadsDoor implements Door<VisitorCaller, Command> {
  readonly action = 'conversation.read';

  constructor(private readonly read: ReadTimeline) {}

  async handle(caller: VisitorCaller, { after }: Command['payload']): Promise<Reply<TimelinePage>> {
    const conversation = conversationOf(caller);
    return conversation === null ? refused('not_found') : done(await this.read.run(conversation, after));
  }
}
