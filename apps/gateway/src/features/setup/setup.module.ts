import { Module } from '@nestjs/common';
import { SessionModule } from '../../session/session.module';
import { SignInModule } from '../sign-in';
import { VisitorPageModule } from '../visitor-page';
import { ChangeSetup } from './change-setup';
import { DefaultRows } from './default-rows';
import { PeopleAccounts } from './people-accounts';
import { RotaProblems } from './rota-problems';
import { SetupController } from './setup.controller';

/** The lists that a charity keeps. */
@Module({
  imports: [SessionModule, SignInModule, VisitorPageModule],
  controllers: [SetupController],
  providers: [ChangeSetup, DefaultRows, PeopleAccounts, RotaProblems],
})
export class SetupModule {}
