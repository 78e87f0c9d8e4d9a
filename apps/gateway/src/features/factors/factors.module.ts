import { Module } from '@nestjs/common';
import { SessionModule } from '../../session/session.module';
import { Authenticators } from './authenticators';
import { CodeTries } from './code-tries';
import { PasskeyChallenges } from './passkey-challenges';
import { Passkeys } from './passkeys';
import { SecondFactors } from './second-factors';

/** What people show beside their password. */
@Module({
  imports: [SessionModule],
  providers: [Authenticators, CodeTries, PasskeyChallenges, Passkeys, SecondFactors],
  exports: [Authenticators, Passkeys, SecondFactors],
})
export class FactorsModule {}
