import { useCallback, useRef, useState, type ReactNode } from 'react';
import { newMessageId } from '@warmline/client';
import type { FeedbackSummary } from '@warmline/contracts';
import { Banner, Button, Card, Empty, Mark, PanelState, TextField } from '@warmline/ui';
import { FEEDBACK_MAX } from '@warmline/vocabulary';
import { commonWords } from '../../shared/i18n/common-words';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { useClient } from '../../shared/live/live-provider';
import type { StaffClient } from '../../shared/live/staff-client';
import { useAct } from '../../shared/page/use-act';
import { dayWithTime, shortDay } from './day-words';
import { GivenReview, Replies } from './given-review';
import { feedbackWords, qualityWords } from './quality-words';
import './quality.css';
import type { LinkToReview } from './reviews-page';
import { LIST_EVERY, useAnswer } from './use-answer';

const said = feedbackWords;

const One = ({ feedback, link }: { readonly feedback: FeedbackSummary; readonly link: LinkToReview }) => (
  <li className="quality__row">
    <div className="quality__stack">
      <span>
        {said.by(feedback.by, shortDay(feedback.givenAt))}{' '}
        {feedback.readAt === null ? <Mark tone="accent">{said.isNew}</Mark> : null}
      </span>
      <span className="quality__soft">
        {qualityWords.about(visitorCalled('', feedback.conversationId))} ·{' '}
        {qualityWords.ended(dayWithTime(feedback.endedAt))}
        {feedback.replies > 0 ? ` · ${qualityWords.replies(feedback.replies)}` : ''}
      </span>
    </div>
    {link({ id: feedback.id, label: said.openOf(feedback.by, shortDay(feedback.givenAt)) })}
  </li>
);

const listFeedback = (client: StaffClient) => client.send('feedback:list', {});

/** Everything supervisors wrote about one's own conversations. */
export const FeedbackListPage = ({ link }: { readonly link: LinkToReview }) => {
  const { value, mistake, ask } = useAnswer(listFeedback, LIST_EVERY);
  return (
    <div className="board">
      <div>
        <h1 className="board__title">{said.title}</h1>
        <p className="quality__soft">{said.lead}</p>
      </div>
      <PanelState
        content={value}
        loading={said.loading}
        hasFailed={mistake !== null}
        failed={said.failed}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => void ask()}
      >
        {({ feedback }) =>
          feedback.length === 0 ? (
            <Empty title={said.none}>{said.noneMore}</Empty>
          ) : (
            <ul className="quality__rows">
              {feedback.map((one) => (
                <One key={one.id} feedback={one} link={link} />
              ))}
            </ul>
          )
        }
      </PanelState>
    </div>
  );
};

/** A reply whose answer never came is sent again under the same id. */
const ReplyForm = ({ reviewId, onSent }: { readonly reviewId: string; readonly onSent: () => void }) => {
  const client = useClient();
  const { isBusy, mistake, act } = useAct();
  const [words, setWords] = useState('');
  const sent = useRef({ id: newMessageId(), words: '' });
  const send = async (): Promise<void> => {
    if (sent.current.words !== words) sent.current = { id: newMessageId(), words };
    const { id } = sent.current;
    if (!(await act(() => client.send('feedback:reply', { reviewId, id, words })))) return;
    setWords('');
    onSent();
  };
  return (
    <form
      className="quality__form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={said.reply}
        hint={said.replyHint}
        rows={4}
        maxLength={FEEDBACK_MAX}
        value={words}
        onChange={setWords}
      />
      {mistake === null ? null : <Banner tone="grave">{mistake}</Banner>}
      <div className="quality__acts">
        <Button kind="main" type="submit" isBusy={isBusy} isDisabled={words.trim() === ''}>
          {isBusy ? said.sending : said.send}
        </Button>
      </div>
    </form>
  );
};

export interface FeedbackPageProps {
  readonly reviewId: string;
  /** Back to the list. */
  readonly way: ReactNode;
}

/** One piece of feedback on one's own work, and the replies to it. */
export const FeedbackPage = ({ reviewId, way }: FeedbackPageProps) => {
  const { value, mistake, ask } = useAnswer(
    useCallback((client: StaffClient) => client.send('feedback:read', { reviewId }), [reviewId]),
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
        {({ feedback, given, replies }) => (
          <>
            <header className="quality__stack">
              <h1 className="board__title">{said.from(feedback.by)}</h1>
              <p className="quality__soft">
                {qualityWords.about(visitorCalled('', feedback.conversationId))} ·{' '}
                {qualityWords.ended(dayWithTime(feedback.endedAt))} · {qualityWords.causes[feedback.because]}
              </p>
            </header>
            <Card title={said.from(feedback.by)} isTitleHidden>
              <GivenReview given={given} />
            </Card>
            <Card title={qualityWords.repliesTitle} isTitleHidden>
              <Replies replies={replies} />
              <ReplyForm reviewId={reviewId} onSent={() => void ask()} />
            </Card>
          </>
        )}
      </PanelState>
    </div>
  );
};
