import { Module } from '@nestjs/common';
import { RefusalCounts } from '../core/refusal-counts';
import { CommandsInProgress } from './commands-in-progress';
import { ConnectedPages } from './connected-pages';
import { ConversationAccess } from './conversation-access';
import { ConversationAudience } from './conversation-audience';
import { EventLoopTime } from './event-loop-time';
import { VisitorTurns } from './visitor-turns';

const SOCKET = [
  RefusalCounts,
  CommandsInProgress,
  ConnectedPages,
  ConversationAccess,
  ConversationAudience,
  EventLoopTime,
  VisitorTurns,
];

/** The pages connected to this process. The worker has none, and does not import this. */
@Module({ providers: SOCKET, exports: SOCKET })
export class SocketModule {}
