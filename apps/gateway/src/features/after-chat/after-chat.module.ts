import { Module } from '@nestjs/common';
import { ConversationPagesModule } from '../conversation';
import { QueueModule } from '../queue';
import { TimelineModule } from '../timeline';
import { AnswerAfterChat } from './answer-after-chat';
import { AfterChatCommands } from './commands';

/** What visitors are asked after a chat. */
@Module({
  imports: [ConversationPagesModule, QueueModule, TimelineModule],
  providers: [AfterChatCommands, AnswerAfterChat],
  exports: [AfterChatCommands],
})
export class AfterChatPagesModule {}
