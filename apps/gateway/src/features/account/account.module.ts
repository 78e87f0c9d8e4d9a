import { Module } from '@nestjs/common';
import { SessionModule } from '../../session/session.module';
import { FactorsModule } from '../factors';
import { SignInModule } from '../sign-in';
import { SingleSignOnModule } from '../single-sign-on';
import { AccountController } from './account.controller';
import { ChangePassword } from './change-password';
import { FactorsController } from './factors.controller';
import { MyAccount } from './my-account';
import { OwnFactors } from './own-factors';

/** What people know and change of their own account. */
@Module({
  imports: [FactorsModule, SessionModule, SignInModule, SingleSignOnModule],
  controllers: [AccountController, FactorsController],
  providers: [ChangePassword, MyAccount, OwnFactors],
})
export class AccountModule {}
