import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TechnologiesModule, type Ground } from '../core/resources.module';
import { Stopping } from '../core/shutdown-state';
import { AttachVisitor } from '../features/conversation/attach-visitor';
import { ExitController } from '../features/conversation/exit.controller';
import { visitorDoors } from '../features/conversation/visitor-doors';
import { TalkFigureViews } from '../features/figures/conversation-figures';
import { LiveWallboard } from '../features/figures/live-wallboard';
import { MakeForecast } from '../features/figures/make-forecast';
import { WallboardViews } from '../features/figures/wallboard-view';
import { LiveHelp } from '../features/help/live-help';
import { FollowConversation } from '../features/observing/follow-conversation';
import { LiveDoor } from '../features/opening/live-opening';
import { ChangeSetup } from '../features/setup/change-setup';
import { GivenRows } from '../features/setup/default-rows';
import { NewPeople } from '../features/setup/first-passwords';
import { RotaRows } from '../features/setup/rota-problems';
import { SetupController } from '../features/setup/setup.controller';
import { SessionController } from '../features/sign-in/session.controller';
import { SignInLimits } from '../features/sign-in/sign-in-limits';
import { SignOut } from '../features/sign-in/sign-out';
import { ChangedDesks } from '../features/views/changed-desks';
import { Consoles } from '../features/views/consoles';
import { Readers } from '../features/views/readers';
import { Reconciliation } from '../features/views/reconciliation';
import { BuiltPage } from '../features/visitor-page/built-page';
import { LiveWording } from '../features/visitor-page/live-wording';
import { ServiceController } from '../features/visitor-page/service.controller';
import { VisitorPages } from '../features/visitor-page/visitor-pages';
import { WaitLore } from '../features/waiting-time/wait-history-cache';
import { Passwords } from '../session/passwords';
import { PolicyGuard } from '../session/policy';
import { Sessions } from '../session/sessions';
import { Listeners } from '../socket/listeners';
import { ConsoleLines } from './console-connections';
import { HealthController } from './health.controller';
import { staffDoors } from './staff-doors';
import { StaffGateway } from './staff.gateway';
import { UseCasesModule } from './use-cases.module';
import { VisitorLines } from './visitor-connections';
import { VisitorGateway } from './visitor.gateway';

/** The server people's pages talk to. */
@Module({
  imports: [UseCasesModule],
  controllers: [HealthController, ServiceController, SessionController, ExitController, SetupController],
  providers: [
    { provide: APP_GUARD, useClass: PolicyGuard },
    Stopping,
    Passwords,
    Sessions,
    SignInLimits,
    SignOut,
    NewPeople,
    WaitLore,
    MakeForecast,
    GivenRows,
    RotaRows,
    ChangeSetup,
    BuiltPage,
    LiveWording,
    VisitorPages,
    Reconciliation,
    ChangedDesks,
    Consoles,
    Readers,
    Listeners,
    ConsoleLines,
    FollowConversation,
    LiveDoor,
    LiveHelp,
    TalkFigureViews,
    WallboardViews,
    LiveWallboard,
    AttachVisitor,
    VisitorLines,
    ...Object.values(visitorDoors),
    ...Object.values(staffDoors),
    VisitorGateway,
    StaffGateway,
  ],
})
export class GatewayModule {
  static on(ground: Ground): DynamicModule {
    return { module: GatewayModule, imports: [TechnologiesModule.on(ground)] };
  }
}
