import { Module } from '@nestjs/common';
import { SocketModule } from '../socket/socket.module';
import { HashQueue } from './hash-queue';
import { OwnPassword } from './own-password';
import { Passwords } from './passwords';
import { SessionLookups } from './session-lookups';
import { Sessions } from './sessions';
import { SignInDelays } from './sign-in-delays';
import { WallLookups } from './wall-lookups';

const SESSION = [HashQueue, OwnPassword, Passwords, SessionLookups, Sessions, SignInDelays, WallLookups];

/** Who is signed in. */
@Module({ imports: [SocketModule], providers: SESSION, exports: SESSION })
export class SessionModule {}
