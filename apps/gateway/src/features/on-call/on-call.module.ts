import { Module } from '@nestjs/common';
import { SessionModule } from '../../session/session.module';
import { OnCallContacts } from './on-call-contacts';
import { OnCallJob } from './on-call-job';
import { OnCallController } from './on-call.controller';
import { SendMessage } from './send-message';
import { TellContacts } from './tell-contacts';

/** Tells on-call contacts: in the worker. */
@Module({ providers: [OnCallJob, SendMessage, TellContacts] })
export class OnCallModule {}

/** Where administrators set on-call contacts up. */
@Module({
  imports: [SessionModule],
  controllers: [OnCallController],
  providers: [OnCallContacts],
})
export class OnCallPagesModule {}
