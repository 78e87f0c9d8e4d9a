import { Module } from '@nestjs/common';
import { SessionModule } from '../../session/session.module';
import { ConversationModule } from '../conversation';
import { FactorsModule } from '../factors';
import { WellbeingModule } from '../wellbeing';
import { Accounts } from './accounts';
import { Entrance } from './entrance';
import { FinishSignIn } from './finish-sign-in';
import { HalfSessions } from './half-sessions';
import { KnownDevices } from './known-devices';
import { FirstPasskey, PasskeySignIn } from './passkey-sign-in';
import { PasskeyController } from './passkey.controller';
import { RenewProof } from './renew-proof';
import { SecondFactorController } from './second-factor.controller';
import { SessionController } from './session.controller';
import { SetUpAdministrator } from './set-up-administrator';
import { SignIn } from './sign-in';
import { SignOut } from './sign-out';

/** Signing in and out of the console. */
@Module({
  imports: [ConversationModule, FactorsModule, SessionModule, WellbeingModule],
  controllers: [PasskeyController, SecondFactorController, SessionController],
  providers: [
    Accounts,
    Entrance,
    FinishSignIn,
    FirstPasskey,
    HalfSessions,
    KnownDevices,
    PasskeySignIn,
    RenewProof,
    SetUpAdministrator,
    SignIn,
    SignOut,
  ],
  exports: [Entrance, SignOut],
})
export class SignInModule {}
