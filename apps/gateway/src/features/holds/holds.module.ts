import { Module } from '@nestjs/common';
import { IndexModule } from '../../index/index.module';
import { SessionModule } from '../../session/session.module';
import { AnswerRetention } from './answer-retention';
import { AskForRetention } from './ask-for-retention';
import { HoldsController } from './holds.controller';
import { ListHolds } from './list-holds';

/** Two people keep one conversation longer, or erase it sooner. */
@Module({
  imports: [IndexModule, SessionModule],
  controllers: [HoldsController],
  providers: [AnswerRetention, AskForRetention, ListHolds],
})
export class HoldsModule {}
