import { Module } from '@nestjs/common';
import { OpeningPagesModule } from '../opening';
import { LaunchScript } from './launch-script';
import { LauncherController } from './launcher.controller';

/** The button on the charity's own site. */
@Module({
  imports: [OpeningPagesModule],
  controllers: [LauncherController],
  providers: [LaunchScript],
})
export class LauncherModule {}
