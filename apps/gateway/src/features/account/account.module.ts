import { Module } from '@nestjs/common';
import { SessionModule } from '../../session/session.module';
import { SignInModule } from '../sign-in';
import { AccountController } from './account.controller';
import { ChangePassword } from './change-password';
import { MyAccount } from './my-account';

/** What people know and change of their own account. */
@Module({
  imports: [SessionModule, SignInModule],
  controllers: [AccountController],
  providers: [ChangePassword, MyAccount],
})
export class AccountModule {}
