import { Module, type DynamicModule } from '@nestjs/common';
import { TechnologiesModule, type Ground } from '../core/resources.module';
import { KeepPromises } from '../features/waiting-time/tell-waits';
import { TurnAwayWaiting } from '../features/waiting-time/turn-away-waiting';
import { WaitEstimates } from '../features/waiting-time/wait-estimates';
import { WaitLore } from '../features/waiting-time/wait-history-cache';
import { PromiseRound } from '../features/waiting-time/waiting-time-job';
import { LeftPlaces } from '../worker/abandoned-conversations';
import { Deadlines } from '../worker/deadlines';
import { LostLines } from '../worker/lost-connections';
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
    LostLines,
    LeftPlaces,
    Silence,
    WorkerRounds,
    WorkerLife,
    WaitLore,
    WaitEstimates,
    KeepPromises,
    TurnAwayWaiting,
    PromiseRound,
    PromiseLife,
  ],
})
export class WorkerModule {
  static on(ground: Ground): DynamicModule {
    return { module: WorkerModule, imports: [TechnologiesModule.on(ground)] };
  }
}
