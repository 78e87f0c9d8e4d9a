import { Module } from '@nestjs/common';
import { SocketModule } from '../../socket/socket.module';
import { Admission } from './admission';
import { OpeningCommands } from './commands';
import { ContactCountLimit } from './contact-count-limit';
import { OpeningFeed } from './opening-feed';
import { OpeningJob } from './opening-job';
import { OpeningViews } from './opening-view';
import { ServiceOpening } from './service-opening';
import { SetOpening } from './set-opening';

const USE_CASES = [OpeningJob, ServiceOpening];

/** Whether the service takes new visitors, and what changes that by itself. */
@Module({ providers: USE_CASES, exports: USE_CASES })
export class OpeningModule {}

/** Admitting visitors, and what supervisors see and set. */
@Module({
  imports: [OpeningModule, SocketModule],
  providers: [Admission, ContactCountLimit, OpeningCommands, OpeningFeed, OpeningViews, SetOpening],
  exports: [Admission, OpeningCommands, OpeningViews],
})
export class OpeningPagesModule {}
