import { Injectable } from '@nestjs/common';
import type { Reply, VisitorCommands } from '@warmline/contracts';
import { Hints } from '@warmline/redis';
import { nothing, refused } from '../../core/reply';
import type { Door } from '../../socket/command';
import { conversationOf, type VisitorPage } from '../../socket/visitor-page';

type Command = VisitorCommands['typing:set'];

@Injectable()
export class VisitorTypesDoor implements Door<VisitorPage, Command> {
  readonly action = 'conversation.write';

  constructor(private readonly hints: Hints) {}

  async handle(page: VisitorPage, { typing }: Command['payload']): Promise<Reply<Record<string, never>>> {
    const id = conversationOf(page);
    if (id === null) return refused('not_found');
    this.hints.hint({ kind: 'typing', id, from: 'visitor', typing });
    return nothing;
  }
}
