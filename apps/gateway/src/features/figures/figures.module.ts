import { Module } from '@nestjs/common';
import { SessionModule } from '../../session/session.module';
import { SocketModule } from '../../socket/socket.module';
import { WaitingTimeModule } from '../waiting-time';
import { FigureCommands } from './commands';
import { MakeForecast } from './make-forecast';
import { ReportViews } from './report-view';
import { ReportController } from './report.controller';
import { WallboardFeed } from './wallboard-feed';
import { WallboardViews } from './wallboard-view';

/** The wallboard, reports of days, and the staffing forecast. */
@Module({
  imports: [SessionModule, SocketModule, WaitingTimeModule],
  controllers: [ReportController],
  providers: [FigureCommands, MakeForecast, ReportViews, WallboardFeed, WallboardViews],
  exports: [FigureCommands, WallboardViews],
})
export class FiguresModule {}
