import { Module } from '@nestjs/common';
import { SessionModule } from '../../session/session.module';
import { SocketModule } from '../../socket/socket.module';
import { AccessModule } from '../access';
import { SignInModule } from '../sign-in';
import { IdentityProvider } from './identity-provider';
import { ProviderPeople } from './provider-people';
import { ProviderState } from './provider-state';
import { SettingUpController } from './setting-up.controller';
import { SingleSignOn } from './single-sign-on';
import { SingleSignOnController } from './single-sign-on.controller';
import { ToldRoles } from './told-roles';

/** Signing in through the charity's identity provider. */
@Module({
  imports: [AccessModule, SessionModule, SignInModule, SocketModule],
  controllers: [SingleSignOnController, SettingUpController],
  providers: [IdentityProvider, ProviderPeople, ProviderState, SingleSignOn, ToldRoles],
  exports: [IdentityProvider],
})
export class SingleSignOnModule {}
