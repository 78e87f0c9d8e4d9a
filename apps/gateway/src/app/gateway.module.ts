import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { RequestBodies } from '../core/http/request-bodies';
import { NetworkKeyExchange } from '../core/network-key-exchange';
import { ResourcesModule, type Resources } from '../core/resources.module';
import { AccessModule } from '../features/access';
import { AccountModule } from '../features/account';
import { AfterChatPagesModule } from '../features/after-chat';
import { AuditExportModule } from '../features/audit-log';
import { BesidePagesModule } from '../features/beside';
import { CharityModule } from '../features/charity';
import { ComplaintPagesModule } from '../features/complaints';
import { ConversationPagesModule } from '../features/conversation';
import { EndingPagesModule } from '../features/ending';
import { FiguresModule } from '../features/figures';
import { FloodPagesModule } from '../features/flood';
import { HandoverPagesModule } from '../features/handover';
import { HelpPagesModule } from '../features/help';
import { HistoryModule } from '../features/history';
import { HoldsModule } from '../features/holds';
import { InvitesModule } from '../features/invites';
import { LauncherModule } from '../features/launcher';
import { LeavingPagesModule } from '../features/leaving';
import { ObservingModule } from '../features/observing';
import { OffersPagesModule } from '../features/offers';
import { OnCallPagesModule } from '../features/on-call';
import { OpeningPagesModule } from '../features/opening';
import { PracticePagesModule } from '../features/practice';
import { QualityPagesModule } from '../features/quality';
import { QueueModule } from '../features/queue';
import { ReadinessModule } from '../features/readiness';
import { RotaModule } from '../features/rota';
import { SafetyPagesModule } from '../features/safety';
import { ServiceFileModule } from '../features/service-file';
import { SetupModule } from '../features/setup';
import { SignInModule } from '../features/sign-in';
import { SingleSignOnModule } from '../features/single-sign-on';
import { TestChatModule } from '../features/test-chat';
import { TimelinePagesModule } from '../features/timeline';
import { ViewsModule } from '../features/views';
import { VisitorPageModule } from '../features/visitor-page';
import { WallModule } from '../features/wall';
import { WellbeingPagesModule } from '../features/wellbeing';
import { IndexModule } from '../index/index.module';
import { PermissionGuard } from '../session/permission-guard';
import { SessionModule } from '../session/session.module';
import { SocketModule } from '../socket/socket.module';
import { PresenceModule } from '../staffing/presence.module';
import { StaffingModule } from '../staffing/staffing.module';
import { staffCommandTable, visitorCommandTable } from './command-tables';
import { ConsoleConnections } from './console-connections';
import { HealthController } from './health.controller';
import { RefusalAuditJob } from './refusal-audit-job';
import { SessionWatch } from './session-watch';
import { StaffGateway } from './staff.gateway';
import { VisitorConnections } from './visitor-connections';
import { VisitorGateway } from './visitor.gateway';

const SHARED = [IndexModule, PresenceModule, SessionModule, SocketModule, StaffingModule];

const FEATURES = [
  AccessModule,
  AccountModule,
  AfterChatPagesModule,
  AuditExportModule,
  BesidePagesModule,
  CharityModule,
  ComplaintPagesModule,
  ConversationPagesModule,
  EndingPagesModule,
  FiguresModule,
  FloodPagesModule,
  HandoverPagesModule,
  HelpPagesModule,
  InvitesModule,
  HistoryModule,
  HoldsModule,
  LauncherModule,
  LeavingPagesModule,
  ObservingModule,
  OffersPagesModule,
  OnCallPagesModule,
  WallModule,
  OpeningPagesModule,
  PracticePagesModule,
  QualityPagesModule,
  QueueModule,
  RotaModule,
  ReadinessModule,
  SafetyPagesModule,
  ServiceFileModule,
  SetupModule,
  SignInModule,
  SingleSignOnModule,
  TestChatModule,
  TimelinePagesModule,
  ViewsModule,
  VisitorPageModule,
  WellbeingPagesModule,
];

/** The process that pages talk to. */
@Module({
  imports: [...SHARED, ...FEATURES],
  controllers: [HealthController],
  providers: [
    { provide: APP_GUARD, useClass: PermissionGuard },
    { provide: APP_INTERCEPTOR, useClass: RequestBodies },
    staffCommandTable,
    visitorCommandTable,
    ConsoleConnections,
    NetworkKeyExchange,
    RefusalAuditJob,
    SessionWatch,
    StaffGateway,
    VisitorConnections,
    VisitorGateway,
  ],
})
export class GatewayModule {
  static with(resources: Resources): DynamicModule {
    return { module: GatewayModule, imports: [ResourcesModule.with(resources)] };
  }
}
