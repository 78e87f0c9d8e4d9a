import { Module, type DynamicModule } from '@nestjs/common';
import { ResourcesModule, type Resources } from '../core/resources.module';
import { TellWaits } from '../features/waiting-time/tell-waits';
import { TurnAwayWaiting } from '../features/waiting-time/turn-away-waiting';
import { WaitEstimates } from '../features/waiting-time/wait-estimates';
import { WaitHistoryCache } from '../features/waiting-time/wait-history-cache';
import { WaitingTimeJob } from '../features/waiting-time/waiting-time-job';
import { AbandonedConversations } from '../worker/abandoned-conversations';
import { Deadlines } from '../worker/deadlines';
import { LostConnections } from '../worker/lost-connections';
import { Matcher } from '../worker/matcher';
import { ResponderDeadlines } from '../worker/responder-deadlines';
import { Silence } from '../worker/silence';
import { PromiseLife } from '../worker/waiting-time-loop';
import { WorkerLife } from '../worker/worker-lifecycle';
import { WorkerRounds } from '../worker/worker-rounds';
import { UseCasesModule } from './use-cases.module';

/** The process that matches, answers alarms and sweeps. */
@Module({
  imports: [UseCasesModule],
  providers: [
    Matcher,
    ResponderDeadlines,
    Deadlines,
    LostConnections,
    AbandonedConversations,
    Silence,
    WorkerRounds,
    WorkerLife,
    WaitHistoryCache,
    WaitEstimates,
    TellWaits,
    TurnAwayWaiting,
    WaitingTimeJob,
    PromiseLife,
  ],
})
export class WorkerModule {
  static on(ground: Resources): DynamicModule {
    return { module: WorkerModule, imports: [ResourcesModule.with(ground)] };
  }
}
