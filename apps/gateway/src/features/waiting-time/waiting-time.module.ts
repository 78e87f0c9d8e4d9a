import { Module } from '@nestjs/common';
import { ConversationModule } from '../conversation';
import { OffersModule } from '../offers';
import { OpeningModule } from '../opening';
import { TellWaits } from './tell-waits';
import { TurnAwayWaiting } from './turn-away-waiting';
import { WaitEstimates } from './wait-estimates';
import { WaitHistoryCache } from './wait-history-cache';
import { WaitingTimeJob } from './waiting-time-job';

/** How long visitors wait, what they are told of it, and what that means for the opening state. */
@Module({
  imports: [ConversationModule, OffersModule, OpeningModule],
  providers: [TellWaits, TurnAwayWaiting, WaitEstimates, WaitHistoryCache, WaitingTimeJob],
  exports: [WaitHistoryCache, WaitingTimeJob],
})
export class WaitingTimeModule {}
