import { Module } from '@nestjs/common';
import { SessionModule } from '../../session/session.module';
import { OpeningModule } from '../opening';
import { VisitorPageModule } from '../visitor-page';
import { ReadinessController } from './readiness.controller';
import { ReadyToOpen } from './ready-to-open';

/** What has to be so before a service opens. */
@Module({
  imports: [OpeningModule, SessionModule, VisitorPageModule],
  controllers: [ReadinessController],
  providers: [ReadyToOpen],
})
export class ReadinessModule {}
