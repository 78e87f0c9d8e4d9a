import { Module, type DynamicModule } from '@nestjs/common';
import { ResourcesModule, type Resources } from '../core/resources.module';
import { AuditLogModule } from '../features/audit-log';
import { ConversationModule } from '../features/conversation';
import { FloodModule } from '../features/flood';
import { HandoverModule } from '../features/handover';
import { HelpModule } from '../features/help';
import { LeavingModule } from '../features/leaving';
import { OffersModule } from '../features/offers';
import { OnCallModule } from '../features/on-call';
import { QualityModule } from '../features/quality';
import { RetentionModule } from '../features/retention';
import { WaitingTimeModule } from '../features/waiting-time';
import { WellbeingModule } from '../features/wellbeing';
import { IndexModule } from '../index/index.module';
import { StaffingModule } from '../staffing/staffing.module';
import { AbandonedConversations } from '../worker/abandoned-conversations';
import { AlarmListener } from '../worker/alarm-listener';
import { ConversationClockJob } from '../worker/conversation-clock-job';
import { Deadlines } from '../worker/deadlines';
import { LostConnections } from '../worker/lost-connections';
import { Matcher } from '../worker/matcher';
import { MatcherJobs } from '../worker/matcher-jobs';
import { SweepJob } from '../worker/sweep-job';

const FEATURES = [
  ConversationModule,
  FloodModule,
  HandoverModule,
  HelpModule,
  LeavingModule,
  OffersModule,
  OnCallModule,
  QualityModule,
  RetentionModule,
  WaitingTimeModule,
  WellbeingModule,
];

/** The process that matches, answers alarms and acts on what is overdue. It serves no page. */
@Module({
  imports: [IndexModule, StaffingModule, ...FEATURES],
  providers: [
    AbandonedConversations,
    AlarmListener,
    ConversationClockJob,
    Deadlines,
    LostConnections,
    Matcher,
    MatcherJobs,
    SweepJob,
  ],
})
export class WorkerModule {
  static with(resources: Resources): DynamicModule {
    const { connections, auditSigner } = resources;
    const auditLog = AuditLogModule.with({ database: connections.sequencer, signer: auditSigner });
    return { module: WorkerModule, imports: [ResourcesModule.with(resources), auditLog] };
  }
}
