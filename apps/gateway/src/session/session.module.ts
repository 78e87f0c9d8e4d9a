import { Module } from '@nestjs/common';
import { Passwords } from './passwords';
import { Sessions } from './sessions';

/** Who is signed in. */
@Module({ providers: [Passwords, Sessions], exports: [Passwords, Sessions] })
export class SessionModule {}
