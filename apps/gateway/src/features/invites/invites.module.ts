import { Module } from '@nestjs/common';
import { SessionModule } from '../../session/session.module';
import { SignInModule } from '../sign-in';
import { AcceptInvites } from './accept-invites';
import { InvitesController } from './invites.controller';
import { MailInvites } from './mail-invites';
import { MakeInvites } from './make-invites';

/** How people get into the account that an administrator made for them. */
@Module({
  imports: [SessionModule, SignInModule],
  controllers: [InvitesController],
  providers: [AcceptInvites, MailInvites, MakeInvites],
  exports: [MakeInvites],
})
export class InvitesModule {}
