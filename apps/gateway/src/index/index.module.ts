import { Global, Module } from '@nestjs/common';
import { Changes } from './changes';
import { IndexCopy } from './index-copy';
import { IndexUpdater } from './index-updater';

const INDEX = [Changes, IndexCopy, IndexUpdater];

/** Changing Postgres, and keeping the live index equal to it. Every use case that changes anything needs it. */
@Global()
@Module({ providers: INDEX, exports: INDEX })
export class IndexModule {}
