import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { CheckpointSigner } from '@warmline/audit-log';
import {
  AuditExportReadModel,
  AfterChatReadModel,
  BesideReadModel,
  ComplaintReadModel,
  LiveViewReadModel,
  CheckpointCopyStore,
  ConversationClockReadModel,
  ConversationReadModel,
  DeskFingerprintReadModel,
  DeskReadModel,
  DeviceReadModel,
  OpeningReadModel,
  EndingReadModel,
  FloodReadModel,
  ForecastReadModel,
  HelpReadModel,
  OnCallReadModel,
  PastActsReadModel,
  PastRecordReadModel,
  PastWritingReadModel,
  PracticeReadModel,
  RotaReadModel,
  HistoryReadModel,
  IndexMarkStore,
  IndexReadModel,
  KeyDayReadModel,
  KeyringCanaryStore,
  LeaseStore,
  MatcherLock,
  OutageStore,
  WaitEstimateReadModel,
  ServiceContentReadModel,
  HandoverReadModel,
  ReaderReadModel,
  ReportReadModel,
  RetentionRequestReadModel,
  SessionReadModel,
  TimelineReadModel,
  ReservedPlaceStore,
  ReviewReadModel,
  SafetyRecordReadModel,
  WaitingQueueReadModel,
  WaitingVisitorReadModel,
  WallboardReadModel,
  WallLinkReadModel,
  UnitOfWork,
  UnreadableTextStore,
  WorkingDayReadModel,
} from '@warmline/postgres';
import { AlarmClock, HelpChannel, Hints, LiveIndex, NetworkKeyChannel, serviceKeys } from '@warmline/redis';
import { ConversationKeys, Keyring, ServiceSecrets } from '@warmline/sealing';
import { ClientNetwork } from './client-network';
import { CONFIG, type Config } from './config';
import { CONNECTIONS, type Connections } from './connections';
import { ForgetKeysJob } from './forget-keys-job';
import { LOG, type Log } from './log';
import { PeriodicJobs } from './periodic-jobs';
import { SERVICE, ServiceRefreshJob, type Service } from './service-settings';
import { ShutdownState } from './shutdown-state';
import { Timers } from './timers';

/** What a process is started with. */
export interface Resources {
  readonly config: Config;
  readonly log: Log;
  readonly connections: Connections;
  /** Signs the audit log. Null in a gateway. */
  readonly auditSigner: CheckpointSigner | null;
  readonly service: Service;
}

/** Read models that need nothing but a connection. */
const READ_MODELS = [
  AuditExportReadModel,
  CheckpointCopyStore,
  AfterChatReadModel,
  EndingReadModel,
  BesideReadModel,
  ComplaintReadModel,
  FloodReadModel,
  LiveViewReadModel,
  ConversationClockReadModel,
  DeskFingerprintReadModel,
  DeskReadModel,
  DeviceReadModel,
  OpeningReadModel,
  ForecastReadModel,
  HelpReadModel,
  OnCallReadModel,
  PastActsReadModel,
  PastRecordReadModel,
  PastWritingReadModel,
  PracticeReadModel,
  RotaReadModel,
  HistoryReadModel,
  KeyDayReadModel,
  KeyringCanaryStore,
  WaitEstimateReadModel,
  ServiceContentReadModel,
  HandoverReadModel,
  ReaderReadModel,
  ReportReadModel,
  RetentionRequestReadModel,
  SafetyRecordReadModel,
  ReviewReadModel,
  SessionReadModel,
  TimelineReadModel,
  WaitingQueueReadModel,
  WaitingVisitorReadModel,
  WallboardReadModel,
  WallLinkReadModel,
  UnreadableTextStore,
] as const;

/** Provides configuration, log, timers and the adapters of Postgres, Redis and sealing to every module. */
@Global()
@Module({})
export class ResourcesModule {
  static with({ config, log, connections, service }: Resources): DynamicModule {
    const { database, work, redis, redisSubscriber, keys } = connections;
    const prefix = config.REDIS_PREFIX;
    const timers = new Timers(config.TIME_SCALE);
    const outages = new OutageStore(database, { gap: timers.outageGap, lease: timers.holdingLease });
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: LOG, useValue: log },
      { provide: SERVICE, useValue: service },
      { provide: Timers, useValue: timers },
      { provide: CONNECTIONS, useValue: connections },
      { provide: ClientNetwork, useValue: new ClientNetwork(config) },
      { provide: UnitOfWork, useValue: work },
      { provide: ConversationKeys, useValue: keys },
      { provide: Keyring, useValue: connections.keyring },
      { provide: ServiceSecrets, useValue: new ServiceSecrets(connections.keyring) },
      ...READ_MODELS.map((ReadModel) => ({ provide: ReadModel, useValue: new ReadModel(database) })),
      { provide: LeaseStore, useValue: new LeaseStore(database, timers.holdingLease) },
      { provide: OutageStore, useValue: outages },
      {
        provide: ReservedPlaceStore,
        useValue: new ReservedPlaceStore(database, outages, timers.reservedPlaces),
      },
      { provide: WorkingDayReadModel, useValue: new WorkingDayReadModel(database, timers.quietVisitor) },
      { provide: ConversationReadModel, useValue: new ConversationReadModel(database, service.id) },
      { provide: IndexMarkStore, useValue: new IndexMarkStore(database, service.id) },
      { provide: IndexReadModel, useValue: new IndexReadModel(database, service.id) },
      { provide: MatcherLock, useValue: new MatcherLock(database, service.id) },
      {
        provide: LiveIndex,
        useValue: new LiveIndex(redis, serviceKeys(prefix, service.id), timers.presenceLease),
      },
      { provide: Hints, useValue: new Hints(redis, redisSubscriber, prefix) },
      { provide: HelpChannel, useValue: new HelpChannel(redis, redisSubscriber, prefix) },
      { provide: NetworkKeyChannel, useValue: new NetworkKeyChannel(redis, redisSubscriber, prefix) },
      { provide: AlarmClock, useValue: new AlarmClock(redis, prefix) },
    ];
    const jobs = [ShutdownState, PeriodicJobs, ServiceRefreshJob, ForgetKeysJob];
    return {
      module: ResourcesModule,
      providers: [...providers, ...jobs],
      exports: [...providers.map(({ provide }) => provide), ...jobs],
    };
  }
}
