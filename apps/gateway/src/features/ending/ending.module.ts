import { Module } from '@nestjs/common';
import { ConversationModule } from '../conversation';
import { TimelineModule } from '../timeline';
import { AnswerEnding } from './answer-ending';
import { AskToEnd } from './ask-to-end';
import { EndingCommands } from './commands';
import { EndingViews } from './ending-view';
import { WriteUpEnding } from './write-up-ending';

/** The view of endings in danger. */
@Module({ imports: [TimelineModule], providers: [EndingViews], exports: [EndingViews] })
export class EndingModule {}

/** How a conversation in danger ends: two people agree, and who left is not forgotten. */
@Module({
  imports: [ConversationModule, TimelineModule],
  providers: [AnswerEnding, AskToEnd, EndingCommands, WriteUpEnding],
  exports: [EndingCommands],
})
export class EndingPagesModule {}
