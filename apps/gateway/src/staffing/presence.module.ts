import { Module } from '@nestjs/common';
import { AnsweringPages } from './answering-pages';
import { LeaseRenewals } from './lease-renewals';
import { PagePresence } from './page-presence';

/** Who has a page connected to this process. */
@Module({ providers: [AnsweringPages, LeaseRenewals, PagePresence], exports: [PagePresence] })
export class PresenceModule {}
