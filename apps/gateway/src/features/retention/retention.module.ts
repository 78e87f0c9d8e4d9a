import { Module } from '@nestjs/common';
import { DestroyKeys } from './destroy-keys';
import { EraseExpired } from './erase-expired';
import { KeepCanaries } from './keep-canaries';
import { RetentionJob } from './retention-job';

const USE_CASES = [DestroyKeys, EraseExpired, KeepCanaries, RetentionJob];

/** What the worker does once the time of words is over. */
@Module({ providers: USE_CASES, exports: USE_CASES })
export class RetentionModule {}
