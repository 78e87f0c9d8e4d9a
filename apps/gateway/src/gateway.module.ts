import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ChangeSetup } from './admin/change-setup';
import { GivenRows } from './admin/given-rows';
import { NewPeople } from './admin/new-people';
import { RotaRows } from './admin/rota-rows';
import { SetupController } from './admin/setup.controller';
import { LiveDoor } from './door/live-door';
import { LiveHelp } from './help/live-help';
import { Passwords } from './identity/passwords';
import { Sessions } from './identity/sessions';
import { SignInLimits } from './identity/sign-in-limits';
import { SignOut } from './identity/sign-out';
import { HealthController } from './platform/health.controller';
import { PolicyGuard } from './platform/policy';
import { Stopping } from './platform/stopping';
import { TechnologiesModule, type Ground } from './platform/technologies.module';
import { WaitLore } from './promise/wait-lore';
import { BuiltPage } from './public/built-page';
import { ExitController } from './public/exit.controller';
import { LiveWording } from './public/live-wording';
import { ServiceController } from './public/service.controller';
import { SessionController } from './public/session.controller';
import { VisitorPages } from './public/visitor-pages';
import { ChangedDesks } from './realtime/changed-desks';
import { Consoles } from './realtime/consoles';
import { Listeners } from './realtime/listeners';
import { Readers } from './realtime/readers';
import { Reconciliation } from './realtime/reconciliation';
import { ConsoleLines } from './responder/console-lines';
import { staffDoors } from './responder/doors';
import { FollowConversation } from './responder/follow-conversation';
import { StaffGateway } from './responder/staff.gateway';
import { LiveWallboard } from './supervisor/live-wallboard';
import { MakeForecast } from './supervisor/make-forecast';
import { TalkFigureViews } from './supervisor/talk-figures';
import { WallboardViews } from './supervisor/wallboard-view';
import { UseCasesModule } from './use-cases.module';
import { AttachVisitor } from './visitor/attach-visitor';
import { visitorDoors } from './visitor/doors';
import { VisitorLines } from './visitor/visitor-lines';
import { VisitorGateway } from './visitor/visitor.gateway';

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
