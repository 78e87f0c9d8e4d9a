import { Injectable } from '@nestjs/common';
import { found, refused } from '../../core/replies';
import { defineVisitorCommands } from '../../socket/commands';
import { VisitorAccess, VisitorViews } from '../conversation';
import { AnswerAfterChat } from './answer-after-chat';

/** A visitor's page answers the questions after its chat, over the token that still works. */
@Injectable()
export class AfterChatCommands {
  readonly table = defineVisitorCommands({
    'after_chat:answer': {
      permission: 'after_chat.answer',
      run: (page, answer) =>
        this.access.inConversation(page, async (id) => {
          const refusal = await this.answers.answer(id, answer);
          if (refusal !== null) return refused(refusal);
          const view = await this.views.loadView(id);
          if (view === null || !(await this.answers.soundsUnsafe(id, answer))) return found(view);
          return found({ ...view, helpFirst: true as const });
        }),
    },
  });

  constructor(
    private readonly answers: AnswerAfterChat,
    private readonly views: VisitorViews,
    private readonly access: VisitorAccess,
  ) {}
}
