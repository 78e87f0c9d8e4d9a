import { Module } from '@nestjs/common';
import { SocketModule } from '../../socket/socket.module';
import { ObservingModule } from '../observing';
import { TimelineModule } from '../timeline';
import { BesideFeed } from './beside-feed';
import { BesideViews } from './beside-view';
import { BesideCommands } from './commands';
import { JoinOpenly } from './join-openly';
import { Notes } from './notes';
import { PrivateLane } from './private-lane';
import { WriteBeside } from './write-beside';

/** Beside the responder: private notes, the private lane, and supervisors who join openly. */
@Module({
  imports: [ObservingModule, SocketModule, TimelineModule],
  providers: [BesideCommands, BesideFeed, BesideViews, JoinOpenly, Notes, PrivateLane, WriteBeside],
  exports: [BesideCommands],
})
export class BesidePagesModule {}
