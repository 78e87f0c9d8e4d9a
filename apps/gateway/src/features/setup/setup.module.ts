import { Module } from '@nestjs/common';
import { SessionModule } from '../../session/session.module';
import { AccessModule } from '../access';
import { InvitesModule } from '../invites';
import { SignInModule } from '../sign-in';
import { VisitorPageModule } from '../visitor-page';
import { ChangeSetup } from './change-setup';
import { DefaultRows } from './default-rows';
import { ListReaderThread } from './list-reader-thread';
import { ListThread } from './list-thread';
import { PeopleAccounts } from './people-accounts';
import { SetupController } from './setup.controller';
import { WholeSetup } from './whole-setup';

/** The lists that a charity keeps. */
@Module({
  imports: [AccessModule, InvitesModule, SessionModule, SignInModule, VisitorPageModule],
  controllers: [SetupController],
  providers: [ChangeSetup, DefaultRows, ListReaderThread, ListThread, PeopleAccounts, WholeSetup],
  exports: [WholeSetup],
})
export class SetupModule {}
