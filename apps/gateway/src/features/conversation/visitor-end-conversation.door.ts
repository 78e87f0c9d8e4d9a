import { Injectable } from '@nestjs/common';
import type { Reply, VisitorCommands, VisitorConversation } from '@warmline/contracts';
import { done, refused } from '../../core/reply';
import type { Door } from '../../socket/command';
import { conversationOf, type VisitorPage } from '../../socket/visitor-page';
import { EndConversation } from './end-conversation';
import { VisitorViews } from './visitor-view';

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
    await this.end.endByVisitor(conversation);
    const view = await this.views.loadView(conversation);
    return view === null ? refused('not_found') : done(view);
  }
}
