import { Injectable } from '@nestjs/common';
import type { Reply, TimelinePage, VisitorCommands } from '@warmline/contracts';
import { done, refused } from '../../core/reply';
import type { Door } from '../../socket/command';
import { conversationOf, type VisitorPage } from '../../socket/visitor-page';
import { ReadTimeline } from '../timeline/read-timeline';

type Command = VisitorCommands['timeline:read'];

@Injectable()
export class VisitorReadsDoor implements Door<VisitorPage, Command> {
  readonly action = 'conversation.read';

  constructor(private readonly read: ReadTimeline) {}

  async handle(page: VisitorPage, { after }: Command['payload']): Promise<Reply<TimelinePage>> {
    const conversation = conversationOf(page);
    return conversation === null ? refused('not_found') : done(await this.read.readPage(conversation, after));
  }
}
