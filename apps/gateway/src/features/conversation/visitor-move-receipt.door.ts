import { Injectable } from '@nestjs/common';
import type { Reply, VisitorCommands } from '@warmline/contracts';
import { ConversationReadModel } from '@warmline/postgres';
import { Hints } from '@warmline/redis';
import { nothing, refused } from '../../core/reply';
import type { Door } from '../../socket/command';
import { conversationOf, type VisitorPage } from '../../socket/visitor-page';

type Command = VisitorCommands['receipt:seen'];

@Injectable()
export class VisitorSeesDoor implements Door<VisitorPage, Command> {
  readonly action = 'conversation.read';

  constructor(
    private readonly views: ConversationReadModel,
    private readonly hints: Hints,
  ) {}

  async handle(page: VisitorPage, { seq }: Command['payload']): Promise<Reply<Record<string, never>>> {
    const id = conversationOf(page);
    if (id === null) return refused('not_found');
    if (await this.views.moveVisitorCursor(id, seq))
      this.hints.hint({ kind: 'changed', conversations: [id], staff: [] });
    return nothing;
  }
}
