import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { FeedbackListPage, FeedbackPage } from '../../features/quality/feedback-page';
import { feedbackWords, qualityWords } from '../../features/quality/quality-words';
import { ReviewPage } from '../../features/quality/review-page';
import { ReviewsPage } from '../../features/quality/reviews-page';
import { Shade } from '../../shared/page/shade';
import './live-screen.css';

const reviewRoute = getRouteApi('/inside/quality/$reviewId');
const feedbackRoute = getRouteApi('/inside/feedback/$reviewId');

interface FrameProps {
  /** False where nothing that people wrote is on screen. */
  readonly hasWords: boolean;
  readonly children: ReactNode;
}

const Frame = ({ hasWords, children }: FrameProps) => (
  <div className="now">
    <div className="now__board">{hasWords ? <Shade>{children}</Shade> : children}</div>
  </div>
);

/** What is due to be reviewed. */
export const QualityScreen = () => (
  <Frame hasWords={false}>
    <ReviewsPage
      link={({ id, label }) => (
        <Link to="/quality/$reviewId" params={{ reviewId: id }} aria-label={label} className="quality__link">
          {qualityWords.open}
        </Link>
      )}
    />
  </Frame>
);

/** One review. */
export const ReviewScreen = () => {
  const { reviewId } = reviewRoute.useParams();
  return (
    <Frame hasWords>
      <ReviewPage key={reviewId} reviewId={reviewId} way={<Link to="/quality">{qualityWords.back}</Link>} />
    </Frame>
  );
};

/** Feedback on one's own work. */
export const FeedbackListScreen = () => (
  <Frame hasWords={false}>
    <FeedbackListPage
      link={({ id, label }) => (
        <Link to="/feedback/$reviewId" params={{ reviewId: id }} aria-label={label} className="quality__link">
          {feedbackWords.open}
        </Link>
      )}
    />
  </Frame>
);

/** One piece of it. */
export const FeedbackScreen = () => {
  const { reviewId } = feedbackRoute.useParams();
  return (
    <Frame hasWords>
      <FeedbackPage
        key={reviewId}
        reviewId={reviewId}
        way={<Link to="/feedback">{feedbackWords.back}</Link>}
      />
    </Frame>
  );
};
