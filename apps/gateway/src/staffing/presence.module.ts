import { Module } from '@nestjs/common';
import { AnsweringPages } from './answering-pages';
import { LeaseRenewals } from './lease-renewals';
import { PagePresence } from './page-presence';
import { SeenVisitors } from './seen-visitors';

/** Who has a page connected to this process. */
@Module({
  providers: [AnsweringPages, LeaseRenewals, PagePresence, SeenVisitors],
  exports: [PagePresence, SeenVisitors],
})
export class PresenceModule {}
