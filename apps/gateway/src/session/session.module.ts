import { Module } from '@nestjs/common';
import { HashQueue } from './hash-queue';
import { Passwords } from './passwords';
import { Sessions } from './sessions';

/** Who is signed in. */
@Module({ providers: [HashQueue, Passwords, Sessions], exports: [HashQueue, Passwords, Sessions] })
export class SessionModule {}
