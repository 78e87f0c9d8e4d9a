import { Module, type DynamicModule } from '@nestjs/common';
import { Deadlines } from './jobs/deadlines';
import { LeftPlaces } from './jobs/left-places';
import { LostLines } from './jobs/lost-lines';
import { Matcher } from './jobs/matcher';
import { ResponderDeadlines } from './jobs/responder-deadlines';
import { Silence } from './jobs/silence';
import { WorkerLife } from './jobs/worker-life';
import { WorkerRounds } from './jobs/worker-rounds';
import { TechnologiesModule, type Ground } from './platform/technologies.module';
import { KeepPromises } from './promise/keep-promises';
import { PromiseLife } from './promise/promise-life';
import { PromiseRound } from './promise/promise-round';
import { TurnAwayWaiting } from './promise/turn-away-waiting';
import { WaitEstimates } from './promise/wait-estimates';
import { WaitLore } from './promise/wait-lore';
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
