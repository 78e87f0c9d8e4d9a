import { Module } from '@nestjs/common';
import { SessionModule } from '../../session/session.module';
import { ChangeCharity } from './change-charity';
import { CharityController } from './charity.controller';
import { LookController } from './look.controller';

/** What a charity says of itself. */
@Module({
  imports: [SessionModule],
  controllers: [CharityController, LookController],
  providers: [ChangeCharity],
  exports: [ChangeCharity],
})
export class CharityModule {}
