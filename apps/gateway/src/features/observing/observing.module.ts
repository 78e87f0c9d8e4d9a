import { Module } from '@nestjs/common';
import { SocketModule } from '../../socket/socket.module';
import { HelpPagesModule } from '../help';
import { TimelinePagesModule } from '../timeline';
import { ObservingCommands } from './commands';
import { FollowConversation } from './follow-conversation';
import { ObservationViews } from './observation-view';
import { ObserveConversation } from './observe-conversation';

/** Reading along, and the reading of one's own conversations: recorded, and only as long as it is allowed. */
@Module({
  imports: [HelpPagesModule, SocketModule, TimelinePagesModule],
  providers: [FollowConversation, ObservationViews, ObserveConversation, ObservingCommands],
  exports: [ObserveConversation, ObservingCommands],
})
export class ObservingModule {}
