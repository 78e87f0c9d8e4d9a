import { Module } from '@nestjs/common';
import { SessionModule } from '../../session/session.module';
import { FiguresModule } from '../figures';
import { WallLinks } from './wall-links';
import { WallLinksController } from './wall-links.controller';
import { WallViews } from './wall-view';
import { WallController } from './wall.controller';

/** The page on a screen on a wall, and the links that open it. */
@Module({
  imports: [FiguresModule, SessionModule],
  controllers: [WallController, WallLinksController],
  providers: [WallLinks, WallViews],
})
export class WallModule {}
