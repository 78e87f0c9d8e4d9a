import { Module } from '@nestjs/common';
import { SessionModule } from '../../session/session.module';
import { SocketModule } from '../../socket/socket.module';
import { SignInModule } from '../sign-in';
import { IdentityProvider } from './identity-provider';
import { ProviderState } from './provider-state';
import { SingleSignOn } from './single-sign-on';
import { SingleSignOnController } from './single-sign-on.controller';

/** Signing in through the charity's identity provider. */
@Module({
  imports: [SessionModule, SignInModule, SocketModule],
  controllers: [SingleSignOnController],
  providers: [IdentityProvider, ProviderState, SingleSignOn],
  exports: [IdentityProvider],
})
export class SingleSignOnModule {}
