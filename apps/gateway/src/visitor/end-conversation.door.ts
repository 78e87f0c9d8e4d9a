import { Injectable } from '@nestjs/common';
import type { Reply, VisitorCommands, VisitorConversation } from '@warmline/contracts';
import { EndConversation } from '../conversation/end-conversation';
import { VisitorViews } from '../conversation/visitor-view';
import { done, refused } from '../platform/reply';
import type { Door } from '../realtime/door';
import { conversationOf, type VisitorPage } from './visitor-page';

@Injectable()
export class VisitorEndsDoor implements Door<VisitorPage, VisitorCommands['conversation:end']> {
  readonly action = 'conversation.end';

  constructor(
    private readonly end: EndConversation,
    private readonly views: VisitorViews,
  ) {}

  async handle(page: VisitorPage): Promise<Reply<VisitorConversation>> {
    const conversation = conversationOf(page);
    if (conversation === null) return refused('not_found');
    await this.end.byVisitor(conversation);
    const view = await this.views.find(conversation);
    return view === null ? refused('not_found') : done(view);
  }
}
