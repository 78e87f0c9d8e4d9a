import { Module } from '@nestjs/common';
import { SocketModule } from '../../socket/socket.module';
import { ConversationPagesModule } from '../conversation';
import { HandoverModule } from '../handover';
import { TimelinePagesModule } from '../timeline';
import { WellbeingModule } from '../wellbeing';
import { ChangeDelivery } from './change-delivery';
import { ViewCommands } from './commands';
import { DeskFeed } from './desk-feed';
import { DeskViews } from './desk-view';
import { HintDelivery } from './hint-delivery';
import { LiveViews } from './live-view';
import { LiveViewFeed } from './live-view-feed';
import { LiveViewFloods } from './live-view-floods';
import { LiveViewPeople } from './live-view-people';

/** The desk and the live view, and which page is told of which change. */
@Module({
  imports: [ConversationPagesModule, HandoverModule, SocketModule, TimelinePagesModule, WellbeingModule],
  providers: [
    ChangeDelivery,
    DeskFeed,
    DeskViews,
    HintDelivery,
    LiveViewFeed,
    LiveViewFloods,
    LiveViewPeople,
    LiveViews,
    ViewCommands,
  ],
  exports: [LiveViewFeed, ViewCommands],
})
export class ViewsModule {}
