import { Injectable } from '@nestjs/common';
import type { Reply, VisitorCommands, VisitorConversation } from '@warmline/contracts';
import { handoverId } from '@warmline/kernel';
import { done, refused } from '../../core/reply';
import type { Door } from '../../socket/command';
import { conversationOf, type VisitorPage } from '../../socket/visitor-page';
import { AnswerHandover } from '../handover/answer-handover';
import { VisitorViews } from './visitor-view';

type Command = VisitorCommands['handover:answer'];

/** The visitor says whether the other responder may come in. */
@Injectable()
export class VisitorAnswersDoor implements Door<VisitorPage, Command> {
  readonly action = 'handover.answer';

  constructor(
    private readonly answer: AnswerHandover,
    private readonly views: VisitorViews,
  ) {}

  async handle(page: VisitorPage, payload: Command['payload']): Promise<Reply<VisitorConversation>> {
    const conversation = conversationOf(page);
    if (conversation === null) return refused('not_found');
    const isTheirs = await this.answer.answerAsVisitor(
      conversation,
      handoverId(payload.handoverId),
      payload.agrees,
    );
    const view = isTheirs ? await this.views.loadView(conversation) : null;
    return view === null ? refused('not_found') : done(view);
  }
}
