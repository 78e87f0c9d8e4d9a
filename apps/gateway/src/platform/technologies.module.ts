import { Global, Module, type DynamicModule } from '@nestjs/common';
import {
  Boards,
  ConversationViews,
  DeskPrints,
  Desks,
  Doors,
  IndexMarks,
  IndexSource,
  Leases,
  MatcherSeat,
  Outages,
  Promises,
  ServiceContent,
  StoredHandovers,
  Timelines,
  VisitorHolds,
  WaitingQueue,
  WaitingVisitors,
  Wallboards,
  Work,
  WorkingDays,
} from '@warmline/postgres';
import { AlarmClock, Hints, LiveIndex, serviceKeys } from '@warmline/redis';
import { ConversationKeys } from '@warmline/sealing';
import { CONFIG, type Config } from './config';
import { LOG, type Log } from './log';
import { Rhythm } from './rhythm';
import { SERVICE, type Service } from './service-setting';
import { TECHNOLOGIES, type Technologies } from './technologies';
import { Timers } from './timers';

/** What a process is started with. */
export interface Ground {
  readonly config: Config;
  readonly log: Log;
  readonly technologies: Technologies;
  readonly service: Service;
}

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
      { provide: Timelines, useValue: new Timelines(database) },
      { provide: ConversationViews, useValue: new ConversationViews(database) },
      { provide: DeskPrints, useValue: new DeskPrints(database) },
      { provide: Desks, useValue: new Desks(database) },
      { provide: Doors, useValue: new Doors(database) },
      { provide: Boards, useValue: new Boards(database) },
      { provide: WaitingQueue, useValue: new WaitingQueue(database) },
      { provide: Wallboards, useValue: new Wallboards(database) },
      { provide: StoredHandovers, useValue: new StoredHandovers(database) },
      { provide: Promises, useValue: new Promises(database) },
      { provide: ServiceContent, useValue: new ServiceContent(database) },
      { provide: IndexMarks, useValue: new IndexMarks(database) },
      { provide: IndexSource, useValue: new IndexSource(database) },
      { provide: Leases, useValue: new Leases(database, timers.holdingLease) },
      { provide: Outages, useValue: outages },
      { provide: VisitorHolds, useValue: new VisitorHolds(database, outages, timers.holds) },
      { provide: WorkingDays, useValue: new WorkingDays(database, timers.quietVisitor) },
      { provide: WaitingVisitors, useValue: new WaitingVisitors(database) },
      { provide: MatcherSeat, useValue: new MatcherSeat(database, service.id) },
      {
        provide: LiveIndex,
        useValue: new LiveIndex(redis, serviceKeys(prefix, service.id), timers.presenceLease),
      },
      { provide: Hints, useValue: new Hints(redis, redisSubscriber, prefix) },
      { provide: AlarmClock, useValue: new AlarmClock(redis, prefix) },
    ];
    return { module: TechnologiesModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}
