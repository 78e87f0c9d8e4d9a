import { Module } from '@nestjs/common';
import { SocketModule } from '../../socket/socket.module';
import { TimelineCommands } from './commands';
import { ConversationTexts } from './conversation-texts';
import { HolderFence } from './holder-fence';
import { LiveTimelines } from './live-timelines';
import { ReadTimeline } from './read-timeline';
import { SendMessage } from './send-message';
import { TimelineHeads } from './timeline-heads';
import { UnreadableTexts } from './unreadable-texts';

const USE_CASES = [ConversationTexts, ReadTimeline];

/** Reading a conversation's texts. */
@Module({ providers: [...USE_CASES, UnreadableTexts], exports: USE_CASES })
export class TimelineModule {}

/** Writing to a timeline, and sending what is new to the pages that read it. */
@Module({
  imports: [TimelineModule, SocketModule],
  providers: [HolderFence, LiveTimelines, SendMessage, TimelineCommands, TimelineHeads],
  exports: [TimelineModule, LiveTimelines, SendMessage, TimelineCommands],
})
export class TimelinePagesModule {}
