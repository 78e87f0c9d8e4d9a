import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ResourcesModule, type Resources } from '../core/resources.module';
import { ShutdownState } from '../core/shutdown-state';
import { AttachVisitor } from '../features/conversation/attach-visitor';
import { ExitController } from '../features/conversation/exit.controller';
import { visitorDoors } from '../features/conversation/visitor-doors';
import { ConversationFigures } from '../features/figures/conversation-figures';
import { LiveWallboard } from '../features/figures/live-wallboard';
import { MakeForecast } from '../features/figures/make-forecast';
import { WallboardViews } from '../features/figures/wallboard-view';
import { LiveHelp } from '../features/help/live-help';
import { FollowConversation } from '../features/observing/follow-conversation';
import { LiveDoor } from '../features/opening/live-opening';
import { ChangeSetup } from '../features/setup/change-setup';
import { DefaultRows } from '../features/setup/default-rows';
import { PeopleAccounts } from '../features/setup/people-accounts';
import { RotaProblems } from '../features/setup/rota-problems';
import { SetupController } from '../features/setup/setup.controller';
import { SessionController } from '../features/sign-in/session.controller';
import { SignInLimits } from '../features/sign-in/sign-in-limits';
import { SignOut } from '../features/sign-in/sign-out';
import { ChangedDesks } from '../features/views/changed-desks';
import { Consoles } from '../features/views/consoles';
import { Readers } from '../features/views/readers';
import { Reconciliation } from '../features/views/reconciliation';
import { BuiltPage } from '../features/visitor-page/built-page';
import { PageWording } from '../features/visitor-page/page-wording';
import { ServiceController } from '../features/visitor-page/service.controller';
import { VisitorPages } from '../features/visitor-page/visitor-pages';
import { WaitHistoryCache } from '../features/waiting-time/wait-history-cache';
import { Passwords } from '../session/passwords';
import { PermissionGuard } from '../session/permission-guard';
import { Sessions } from '../session/sessions';
import { ConversationAccess } from '../socket/conversation-access';
import { ConsoleConnections } from './console-connections';
import { HealthController } from './health.controller';
import { staffDoors } from './staff-doors';
import { StaffGateway } from './staff.gateway';
import { UseCasesModule } from './use-cases.module';
import { VisitorConnections } from './visitor-connections';
import { VisitorGateway } from './visitor.gateway';

/** The server people's pages talk to. */
@Module({
  imports: [UseCasesModule],
  controllers: [HealthController, ServiceController, SessionController, ExitController, SetupController],
  providers: [
    { provide: APP_GUARD, useClass: PermissionGuard },
    ShutdownState,
    Passwords,
    Sessions,
    SignInLimits,
    SignOut,
    PeopleAccounts,
    WaitHistoryCache,
    MakeForecast,
    DefaultRows,
    RotaProblems,
    ChangeSetup,
    BuiltPage,
    PageWording,
    VisitorPages,
    Reconciliation,
    ChangedDesks,
    Consoles,
    Readers,
    ConversationAccess,
    ConsoleConnections,
    FollowConversation,
    LiveDoor,
    LiveHelp,
    ConversationFigures,
    WallboardViews,
    LiveWallboard,
    AttachVisitor,
    VisitorConnections,
    ...Object.values(visitorDoors),
    ...Object.values(staffDoors),
    VisitorGateway,
    StaffGateway,
  ],
})
export class GatewayModule {
  static on(ground: Resources): DynamicModule {
    return { module: GatewayModule, imports: [ResourcesModule.with(ground)] };
  }
}
