import { Module } from '@nestjs/common';
import { SocketModule } from '../../socket/socket.module';
import { PresenceModule } from '../../staffing/presence.module';
import { HandoverModule } from '../handover';
import { OpeningPagesModule } from '../opening';
import { QueueModule } from '../queue';
import { TimelinePagesModule } from '../timeline';
import { AskedProofs } from './asked-proofs';
import { ConversationCommands } from './commands';
import { ConversationClocks } from './conversation-clocks';
import { ConversationFeed } from './conversation-feed';
import { EndConversation } from './end-conversation';
import { ExitController } from './exit.controller';
import { FreshKeys } from './fresh-keys';
import { LoseHolder } from './lose-holder';
import { ProofChallenges } from './proof-challenges';
import { StartConversation } from './start-conversation';
import { StartPressure } from './start-pressure';
import { VisitorArrival } from './visitor-arrival';
import {
  VisitorAccess,
  VisitorActivityCommands,
  VisitorConversationCommands,
  VisitorTimelineCommands,
} from './visitor-commands';
import { VisitorViews } from './visitor-view';
import { VisitorWaits } from './visitor-waits';
import { WrapUpConversation } from './wrap-up-conversation';

const USE_CASES = [ConversationClocks, EndConversation, LoseHolder];

/** How a conversation ends, or loses its holder. */
@Module({ imports: [HandoverModule], providers: USE_CASES, exports: USE_CASES })
export class ConversationModule {}

/** The visitor's side of a conversation, and how it is ended and wrapped up. */
@Module({
  imports: [
    ConversationModule,
    HandoverModule,
    OpeningPagesModule,
    PresenceModule,
    QueueModule,
    SocketModule,
    TimelinePagesModule,
  ],
  controllers: [ExitController],
  providers: [
    AskedProofs,
    ConversationCommands,
    ConversationFeed,
    FreshKeys,
    ProofChallenges,
    StartConversation,
    StartPressure,
    VisitorAccess,
    VisitorArrival,
    VisitorConversationCommands,
    VisitorTimelineCommands,
    VisitorActivityCommands,
    VisitorViews,
    VisitorWaits,
    WrapUpConversation,
  ],
  exports: [
    ConversationCommands,
    ConversationFeed,
    StartPressure,
    VisitorAccess,
    VisitorConversationCommands,
    VisitorTimelineCommands,
    VisitorActivityCommands,
    VisitorViews,
  ],
})
export class ConversationPagesModule {}
