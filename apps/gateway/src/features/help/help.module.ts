import { Module } from '@nestjs/common';
import { SocketModule } from '../../socket/socket.module';
import { EndingModule } from '../ending';
import { TimelineModule } from '../timeline';
import { WellbeingModule } from '../wellbeing';
import { AnswerHelp } from './answer-help';
import { CallForHelp } from './call-for-help';
import { HelpCommands } from './commands';
import { HelpDeadlines } from './help-deadlines';
import { HelpFeed } from './help-feed';
import { HelpViews } from './help-view';
import { SurgeRequests } from './surge-requests';

/** Calls that end by themselves. */
@Module({ providers: [HelpDeadlines], exports: [HelpDeadlines] })
export class HelpModule {}

/** Calls for help and surge requests, and the view of them. */
@Module({
  imports: [EndingModule, SocketModule, TimelineModule, WellbeingModule],
  providers: [AnswerHelp, CallForHelp, HelpCommands, HelpFeed, HelpViews, SurgeRequests],
  exports: [AnswerHelp, HelpCommands],
})
export class HelpPagesModule {}
