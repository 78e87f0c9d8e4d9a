import { useCallback, useState, type ReactNode } from 'react';
import type { ReviewDetail, ReviewSummary } from '@warmline/contracts';
import { Banner, Button, Card, Dialog, DialogFoot, PanelState } from '@warmline/ui';
import { bandWords, commonWords } from '../../shared/i18n/common-words';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { useClient } from '../../shared/live/live-provider';
import type { StaffClient } from '../../shared/live/staff-client';
import { useAct } from '../../shared/page/use-act';
import { VisitorMark } from '../../shared/page/visitor-name';
import { dayWithTime } from './day-words';
import { GivenReview, Replies } from './given-review';
import { qualityWords } from './quality-words';
import './quality.css';
import { ReviewedThread } from './reviewed-thread';
import { RubricForm } from './rubric-form';
import { useAnswer } from './use-answer';

const said = qualityWords;

interface PartProps {
  readonly review: ReviewSummary;
  readonly onChanged: () => void;
}

const TakeIt = ({ review, onChanged }: PartProps) => {
  const client = useClient();
  const { isBusy, mistake, act } = useAct();
  const take = async (): Promise<void> => {
    if (await act(() => client.send('review:take', { reviewId: review.id }))) onChanged();
  };
  if (review.isNotForMe) return <Banner tone="calm">{said.notForYou}</Banner>;
  if (!review.isFree && review.reviewerName !== null)
    return <Banner tone="calm">{said.notGiven(review.reviewerName)}</Banner>;
  return (
    <Card title={said.take}>
      <p>{said.takeLead}</p>
      {review.reviewerName === null ? null : <p>{said.takeOver(review.reviewerName)}</p>}
      {review.rater === 'second' ? <p>{said.takeSecond}</p> : null}
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      <div className="quality__acts">
        <Button kind="main" isBusy={isBusy} onPress={() => void take()}>
          {isBusy ? said.taking : said.take}
        </Button>
      </div>
    </Card>
  );
};

const PutBack = ({ review, onChanged }: PartProps) => {
  const client = useClient();
  const { isBusy, mistake, act } = useAct();
  const [isAsking, setAsking] = useState(false);
  const putBack = async (): Promise<void> => {
    if (!(await act(() => client.send('review:put_back', { reviewId: review.id })))) return;
    setAsking(false);
    onChanged();
  };
  return (
    <>
      <Button size="small" kind="quiet" onPress={() => setAsking(true)}>
        {said.putBack}
      </Button>
      <Dialog title={said.putBackTitle} isOpen={isAsking} onClose={() => setAsking(false)}>
        <p>{said.putBackLead}</p>
        {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
        <DialogFoot>
          <Button onPress={() => setAsking(false)} autoFocus>
            {said.keep}
          </Button>
          <Button kind="grave" isBusy={isBusy} onPress={() => void putBack()}>
            {said.putBack}
          </Button>
        </DialogFoot>
      </Dialog>
    </>
  );
};

interface BodyProps {
  readonly detail: ReviewDetail;
  readonly visitorName: string;
  readonly onChanged: () => void;
}

/** The conversation beside what is said of it; one below the other where the screen is narrow. */
const Body = ({ detail, visitorName, onChanged }: BodyProps) => {
  const { review, draft, suggested, given, isHidden, replies } = detail;
  if (isHidden) return <Banner tone="calm">{said.hidden}</Banner>;
  const isWriting = review.isMine && given === null;
  if (given === null && !isWriting) return <TakeIt review={review} onChanged={onChanged} />;
  return (
    <div className={review.isMine ? 'quality__sides' : ''}>
      {review.isMine ? (
        <section className="quality__side" aria-label={said.thread}>
          <ReviewedThread reviewId={review.id} visitorName={visitorName} />
        </section>
      ) : null}
      <section className="quality__side quality__side--rubric" aria-label={said.rubric}>
        {given === null ? (
          <RubricForm review={review} stored={draft} suggested={suggested} onGiven={onChanged} />
        ) : (
          <>
            <GivenReview given={given} />
            {review.rater === 'first' ? <Replies replies={replies} /> : null}
          </>
        )}
      </section>
    </div>
  );
};

const Head = ({ review, onChanged, visitorName }: PartProps & { readonly visitorName: string }) => (
  <header className="quality__head">
    <div className="quality__stack">
      <h1 className="board__title">{said.reviewOf(review.responderName)}</h1>
      <p>
        {said.about(visitorName)} <VisitorMark name={visitorName} />
      </p>
      <p className="quality__soft">
        {said.ended(dayWithTime(review.endedAt))} · {bandWords[review.band]} · {said.causes[review.because]}
        {review.rater === 'second' ? ` · ${said.second}` : ''} · {said.until(dayWithTime(review.dueAt))}
      </p>
    </div>
    {review.isMine && review.givenAt === null ? <PutBack review={review} onChanged={onChanged} /> : null}
  </header>
);

export interface ReviewPageProps {
  readonly reviewId: string;
  /** Back to the list. */
  readonly way: ReactNode;
}

/** One review: to take, to write, or as it was given. */
export const ReviewPage = ({ reviewId, way }: ReviewPageProps) => {
  const { value, mistake, ask } = useAnswer(
    useCallback((client: StaffClient) => client.send('review:open', { reviewId }), [reviewId]),
  );
  return (
    <div className="board quality">
      {way}
      <PanelState
        content={value}
        loading={said.loading}
        hasFailed={mistake !== null}
        failed={mistake ?? said.failed}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => void ask()}
      >
        {(detail) => {
          const visitorName = visitorCalled(detail.visitorName, detail.review.conversationId);
          const changed = (): void => void ask();
          return (
            <>
              <Head review={detail.review} visitorName={visitorName} onChanged={changed} />
              <Body detail={detail} visitorName={visitorName} onChanged={changed} />
            </>
          );
        }}
      </PanelState>
    </div>
  );
};
