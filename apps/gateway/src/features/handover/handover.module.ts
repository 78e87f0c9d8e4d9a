import { Module } from '@nestjs/common';
import { TimelineModule } from '../timeline';
import { AnswerHandover } from './answer-handover';
import { Colleagues } from './colleagues';
import { HandoverCommands } from './commands';
import { FinishHandover } from './finish-handover';
import { HandoverDeadlines } from './handover-deadlines';
import { HandoverOffers } from './handover-offers';
import { HandoverSteps } from './handover-steps';
import { HandoverViews } from './handover-view';
import { ProposeHandover } from './propose-handover';
import { TakeOver } from './take-over';

const USE_CASES = [
  AnswerHandover,
  Colleagues,
  HandoverDeadlines,
  HandoverOffers,
  HandoverSteps,
  HandoverViews,
];

/** The steps of a handover, and who is offered one. */
@Module({ imports: [TimelineModule], providers: USE_CASES, exports: USE_CASES })
export class HandoverModule {}

/** What consoles do with handovers. */
@Module({
  imports: [HandoverModule],
  providers: [FinishHandover, HandoverCommands, ProposeHandover, TakeOver],
  exports: [HandoverCommands],
})
export class HandoverPagesModule {}
