import { Module } from '@nestjs/common';
import { TimelineModule } from '../timeline';
import { QualityCommands } from './commands';
import { DrawReviews } from './draw-reviews';
import { GiveReview } from './give-review';
import { ReadReview } from './read-review';
import { ReviewViews } from './review-views';
import { SuggestedFindings } from './suggested-findings';

/** Plans reviews: in the worker. */
@Module({ providers: [DrawReviews] })
export class QualityModule {}

/** Where supervisors give reviews, and responders read and answer feedback. */
@Module({
  imports: [TimelineModule],
  providers: [GiveReview, QualityCommands, ReadReview, ReviewViews, SuggestedFindings],
  exports: [QualityCommands],
})
export class QualityPagesModule {}
