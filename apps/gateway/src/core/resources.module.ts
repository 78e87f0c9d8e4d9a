import { Global, Module, type DynamicModule } from '@nestjs/common';
import {
  LiveViewReadModel,
  ConversationReadModel,
  DeskFingerprintReadModel,
  DeskReadModel,
  OpeningReadModel,
  ForecastReadModel,
  HelpReadModel,
  IndexMarkStore,
  IndexReadModel,
  LeaseStore,
  MatcherLock,
  OutageStore,
  WaitEstimateReadModel,
  ServiceContentReadModel,
  HandoverReadModel,
  ConversationFiguresReadModel,
  TimelineReadModel,
  ReservedPlaceStore,
  WaitingQueueReadModel,
  WaitingVisitorReadModel,
  WallboardReadModel,
  UnitOfWork,
  WorkingDayReadModel,
} from '@warmline/postgres';
import { AlarmClock, HelpBell, Hints, LiveIndex, serviceKeys } from '@warmline/redis';
import { ConversationKeys } from '@warmline/sealing';
import { CONFIG, type Config } from './config';
import { CONNECTIONS, type Connections } from './connections';
import { LOG, type Log } from './log';
import { PeriodicJobs } from './periodic-jobs';
import { SERVICE, type Service } from './service-settings';
import { Timers } from './timers';

/** What a process is started with. */
export interface Resources {
  readonly config: Config;
  readonly log: Log;
  readonly connections: Connections;
  readonly service: Service;
}

/** What is read from Postgres, and asks for nothing but a connection. */
const READINGS = [
  LiveViewReadModel,
  ConversationReadModel,
  DeskFingerprintReadModel,
  DeskReadModel,
  OpeningReadModel,
  ForecastReadModel,
  HelpReadModel,
  IndexMarkStore,
  IndexReadModel,
  WaitEstimateReadModel,
  ServiceContentReadModel,
  HandoverReadModel,
  ConversationFiguresReadModel,
  TimelineReadModel,
  WaitingQueueReadModel,
  WaitingVisitorReadModel,
  WallboardReadModel,
] as const;

/** Hands the adapters of Postgres, Redis and sealing to whoever asks for them by class. */
@Global()
@Module({})
export class ResourcesModule {
  static with({ config, log, connections: technologies, service }: Resources): DynamicModule {
    const { database, work, redis, redisSubscriber, keys } = technologies;
    const prefix = config.REDIS_PREFIX;
    const timers = new Timers(config.TIME_SCALE);
    const outages = new OutageStore(database, { gap: timers.outageGap, lease: timers.holdingLease });
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: LOG, useValue: log },
      { provide: SERVICE, useValue: service },
      { provide: Timers, useValue: timers },
      { provide: PeriodicJobs, useValue: new PeriodicJobs(timers, log) },
      { provide: CONNECTIONS, useValue: technologies },
      { provide: UnitOfWork, useValue: work },
      { provide: ConversationKeys, useValue: keys },
      ...READINGS.map((Reading) => ({ provide: Reading, useValue: new Reading(database) })),
      { provide: LeaseStore, useValue: new LeaseStore(database, timers.holdingLease) },
      { provide: OutageStore, useValue: outages },
      {
        provide: ReservedPlaceStore,
        useValue: new ReservedPlaceStore(database, outages, timers.reservedPlaces),
      },
      { provide: WorkingDayReadModel, useValue: new WorkingDayReadModel(database, timers.quietVisitor) },
      { provide: MatcherLock, useValue: new MatcherLock(database, service.id) },
      {
        provide: LiveIndex,
        useValue: new LiveIndex(redis, serviceKeys(prefix, service.id), timers.presenceLease),
      },
      { provide: Hints, useValue: new Hints(redis, redisSubscriber, prefix) },
      { provide: HelpBell, useValue: new HelpBell(redis, redisSubscriber, prefix) },
      { provide: AlarmClock, useValue: new AlarmClock(redis, prefix) },
    ];
    return { module: ResourcesModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}
