import { Module } from '@nestjs/common';
import { SessionModule } from '../../session/session.module';
import { Authenticators } from './authenticators';
import { SecondFactors } from './second-factors';

/** What people show beside their password. */
@Module({
  imports: [SessionModule],
  providers: [Authenticators, SecondFactors],
  exports: [Authenticators, SecondFactors],
})
export class FactorsModule {}
