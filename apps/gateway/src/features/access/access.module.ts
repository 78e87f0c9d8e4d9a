import { Module } from '@nestjs/common';
import { SessionModule } from '../../session/session.module';
import { SignInModule } from '../sign-in';
import { AccessController } from './access.controller';
import { AgreeAccess } from './agree-access';
import { ProposeAccess } from './propose-access';

/** Changes of who may do what, which take two people. */
@Module({
  imports: [SessionModule, SignInModule],
  controllers: [AccessController],
  providers: [AgreeAccess, ProposeAccess],
  exports: [ProposeAccess],
})
export class AccessModule {}
