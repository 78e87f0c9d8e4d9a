import { Module } from '@nestjs/common';
import { SessionModule } from '../../session/session.module';
import { InvitesModule } from '../invites';
import { SignInModule } from '../sign-in';
import { AccessController } from './access.controller';
import { AgreeAccess } from './agree-access';
import { ProposeAccess } from './propose-access';
import { ProposeRecovery } from './propose-recovery';

/** What two people decide about an account: what its person may do, and a new invite where everything is lost. */
@Module({
  imports: [InvitesModule, SessionModule, SignInModule],
  controllers: [AccessController],
  providers: [AgreeAccess, ProposeAccess, ProposeRecovery],
  exports: [ProposeAccess],
})
export class AccessModule {}
