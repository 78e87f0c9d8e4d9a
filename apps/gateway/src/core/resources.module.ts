import { Global, Module, type DynamicModule } from '@nestjs/common';
import {
  Boards,
  ConversationViews,
  DeskPrints,
  Desks,
  Doors,
  Forecasts,
  HelpReadings,
  IndexMarks,
  IndexSource,
  Leases,
  MatcherSeat,
  Outages,
  Promises,
  ServiceContent,
  StoredHandovers,
  TalkReadings,
  Timelines,
  VisitorHolds,
  WaitingQueue,
  WaitingVisitors,
  Wallboards,
  Work,
  WorkingDays,
} from '@warmline/postgres';
import { AlarmClock, HelpBell, Hints, LiveIndex, serviceKeys } from '@warmline/redis';
import { ConversationKeys } from '@warmline/sealing';
import { CONFIG, type Config } from './config';
import { TECHNOLOGIES, type Technologies } from './connections';
import { LOG, type Log } from './log';
import { Rhythm } from './rhythm';
import { SERVICE, type Service } from './service-settings';
import { Timers } from './timers';

/** What a process is started with. */
export interface Ground {
  readonly config: Config;
  readonly log: Log;
  readonly technologies: Technologies;
  readonly service: Service;
}

/** What is read from Postgres, and asks for nothing but a connection. */
const READINGS = [
  Boards,
  ConversationViews,
  DeskPrints,
  Desks,
  Doors,
  Forecasts,
  HelpReadings,
  IndexMarks,
  IndexSource,
  Promises,
  ServiceContent,
  StoredHandovers,
  TalkReadings,
  Timelines,
  WaitingQueue,
  WaitingVisitors,
  Wallboards,
] as const;

/** Hands the adapters of Postgres, Redis and sealing to whoever asks for them by class. */
@Global()
@Module({})
export class TechnologiesModule {
  static on({ config, log, technologies, service }: Ground): DynamicModule {
    const { database, work, redis, redisSubscriber, keys } = technologies;
    const prefix = config.REDIS_PREFIX;
    const timers = new Timers(config.TIME_SCALE);
    const outages = new Outages(database, { gap: timers.outage, lease: timers.holdingLease });
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: LOG, useValue: log },
      { provide: SERVICE, useValue: service },
      { provide: Timers, useValue: timers },
      { provide: Rhythm, useValue: new Rhythm(timers, log) },
      { provide: TECHNOLOGIES, useValue: technologies },
      { provide: Work, useValue: work },
      { provide: ConversationKeys, useValue: keys },
      ...READINGS.map((Reading) => ({ provide: Reading, useValue: new Reading(database) })),
      { provide: Leases, useValue: new Leases(database, timers.holdingLease) },
      { provide: Outages, useValue: outages },
      { provide: VisitorHolds, useValue: new VisitorHolds(database, outages, timers.holds) },
      { provide: WorkingDays, useValue: new WorkingDays(database, timers.quietVisitor) },
      { provide: MatcherSeat, useValue: new MatcherSeat(database, service.id) },
      {
        provide: LiveIndex,
        useValue: new LiveIndex(redis, serviceKeys(prefix, service.id), timers.presenceLease),
      },
      { provide: Hints, useValue: new Hints(redis, redisSubscriber, prefix) },
      { provide: HelpBell, useValue: new HelpBell(redis, redisSubscriber, prefix) },
      { provide: AlarmClock, useValue: new AlarmClock(redis, prefix) },
    ];
    return { module: TechnologiesModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}
