import { Module } from '@nestjs/common';
import { SessionModule } from '../../session/session.module';
import { ConversationModule } from '../conversation';
import { WellbeingModule } from '../wellbeing';
import { KnownDevices } from './known-devices';
import { SessionController } from './session.controller';
import { SetUpAdministrator } from './set-up-administrator';
import { Accounts, SignIn } from './sign-in';
import { SignOut } from './sign-out';

/** Signing in and out of the console. */
@Module({
  imports: [ConversationModule, SessionModule, WellbeingModule],
  controllers: [SessionController],
  providers: [Accounts, KnownDevices, SetUpAdministrator, SignIn, SignOut],
  exports: [SignOut],
})
export class SignInModule {}
