import { Injectable } from '@nestjs/common';
import type { Reply, VisitorCommands, VisitorConversation } from '@warmline/contracts';
import { ConversationReadModel } from '@warmline/postgres';
import { done, refused } from '../../core/reply';
import type { Door } from '../../socket/command';
import type { VisitorPage } from '../../socket/visitor-page';
import { AttachVisitor } from './attach-visitor';

/** After every (re)connection: the page learns where its conversation stands, and hears it from here on. */
@Injectable()
export class OpenConversationDoor implements Door<VisitorPage, VisitorCommands['conversation:open']> {
  readonly action = 'conversation.open';

  constructor(
    private readonly views: ConversationReadModel,
    private readonly attach: AttachVisitor,
  ) {}

  async handle(page: VisitorPage): Promise<Reply<VisitorConversation>> {
    const row = await this.views.findByToken(page.tokenHash);
    return row === null ? refused('not_found') : done(await this.attach.attach(page, row));
  }
}
