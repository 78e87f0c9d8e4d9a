import { Module } from '@nestjs/common';
import { SocketModule } from '../../socket/socket.module';
import { WaitingTimeModule } from '../waiting-time';
import { FigureCommands } from './commands';
import { ConversationFigures } from './conversation-figures';
import { MakeForecast } from './make-forecast';
import { WallboardFeed } from './wallboard-feed';
import { WallboardViews } from './wallboard-view';

/** The wallboard and the staffing forecast. */
@Module({
  imports: [SocketModule, WaitingTimeModule],
  providers: [ConversationFigures, FigureCommands, MakeForecast, WallboardFeed, WallboardViews],
  exports: [FigureCommands],
})
export class FiguresModule {}
