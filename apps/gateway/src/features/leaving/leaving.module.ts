import { Module } from '@nestjs/common';
import { SessionModule } from '../../session/session.module';
import { LeavePeople } from './leave-people';
import { LeavingJob } from './leaving-job';
import { LeavingController } from './leaving.controller';
import { ProposeLeaving } from './propose-leaving';

/** Reduces the record of people who have left: in the worker. */
@Module({ providers: [LeavePeople, LeavingJob], exports: [LeavePeople] })
export class LeavingModule {}

/** Where administrators see who leaves when, and ask that someone leaves at once. */
@Module({ imports: [SessionModule], controllers: [LeavingController], providers: [ProposeLeaving] })
export class LeavingPagesModule {}
