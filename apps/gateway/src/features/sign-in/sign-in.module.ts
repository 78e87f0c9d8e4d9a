import { Module } from '@nestjs/common';
import { SessionModule } from '../../session/session.module';
import { ConversationModule } from '../conversation';
import { WellbeingModule } from '../wellbeing';
import { SessionController } from './session.controller';
import { SignIn } from './sign-in';
import { SignInLimits } from './sign-in-limits';
import { SignOut } from './sign-out';

/** Signing in and out of the console. */
@Module({
  imports: [ConversationModule, SessionModule, WellbeingModule],
  controllers: [SessionController],
  providers: [SignIn, SignInLimits, SignOut],
  exports: [SignOut],
})
export class SignInModule {}
