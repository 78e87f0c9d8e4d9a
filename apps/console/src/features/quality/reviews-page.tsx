import type { ReactNode } from 'react';
import type { Reviews, ReviewSummary } from '@warmline/contracts';
import { Banner, Card, Empty, Mark, PanelState, Table } from '@warmline/ui';
import { commonWords, bandWords } from '../../shared/i18n/common-words';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import type { StaffClient } from '../../shared/live/staff-client';
import { dayWithTime, shortDay } from './day-words';
import { qualityWords, rubricWords } from './quality-words';
import './quality.css';
import { LIST_EVERY, useAnswer } from './use-answer';

const said = qualityWords;

/** A link to one review, which the router makes. */
export type LinkToReview = (review: { readonly id: string; readonly label: string }) => ReactNode;

const Due = ({ dueAt, now }: { readonly dueAt: number; readonly now: number }) =>
  dueAt < now ? (
    <Mark tone="grave" icon="clock">
      {said.overdue(shortDay(dueAt))}
    </Mark>
  ) : (
    <span>{said.until(shortDay(dueAt))}</span>
  );

const stateOf = ({ isMine, isNotForMe, isFree, reviewerName }: ReviewSummary): string => {
  if (isMine) return said.yours;
  if (isNotForMe) return said.notForYou;
  if (reviewerName === null) return said.free;
  return isFree ? said.overdueTaken(reviewerName) : said.taken(reviewerName);
};

const Conversation = ({ conversationId, endedAt, band }: ReviewSummary) => (
  <span className="quality__stack">
    <span>{visitorCalled('', conversationId)}</span>
    <span className="quality__soft">
      {said.ended(dayWithTime(endedAt))} · {bandWords[band]}
    </span>
  </span>
);

const Why = ({ because, rater }: ReviewSummary) => (
  <span className="quality__stack">
    <span>{said.causes[because]}</span>
    {rater === 'second' ? <span className="quality__soft">{said.second}</span> : null}
  </span>
);

const whatAndWhose = [
  { key: 'conversation', title: said.conversation, cell: Conversation },
  { key: 'whose', title: said.whose, cell: ({ responderName }: ReviewSummary) => responderName },
  { key: 'why', title: said.why, cell: Why },
];

interface ListProps {
  readonly reviews: readonly ReviewSummary[];
  readonly link: LinkToReview;
}

const linkColumn = (link: LinkToReview) => ({
  key: 'open',
  title: commonWords.actions,
  kind: 'actions' as const,
  cell: ({ id, responderName, endedAt }: ReviewSummary) =>
    link({ id, label: said.openOf(responderName, dayWithTime(endedAt)) }),
});

const ToReview = ({ reviews, link, now }: ListProps & { readonly now: number }) =>
  reviews.length === 0 ? (
    <Empty title={said.dueNone}>{said.dueNoneMore}</Empty>
  ) : (
    <Table
      label={said.due}
      className="quality__table"
      rows={reviews}
      rowKey={({ id }) => id}
      isSoft={({ isNotForMe }) => isNotForMe}
      columns={[
        ...whatAndWhose,
        { key: 'due', title: said.dueBy, cell: ({ dueAt }) => <Due dueAt={dueAt} now={now} /> },
        { key: 'state', title: said.state, cell: stateOf },
        linkColumn(link),
      ]}
    />
  );

const readState = ({ replies, readAt, rater }: ReviewSummary): string => {
  if (replies > 0) return said.replies(replies);
  if (rater === 'second') return said.second;
  return readAt === null ? said.notRead : said.read;
};

const Given = ({ reviews, link }: ListProps) =>
  reviews.length === 0 ? (
    <p className="quality__soft">{said.givenNone}</p>
  ) : (
    <Table
      label={said.given}
      className="quality__table"
      rows={reviews}
      rowKey={({ id }) => id}
      columns={[
        ...whatAndWhose,
        {
          key: 'given',
          title: said.given,
          cell: ({ reviewerName, givenAt }) => said.givenBy(reviewerName ?? '', shortDay(givenAt ?? 0)),
        },
        { key: 'state', title: said.state, cell: readState },
        linkColumn(link),
      ]}
    />
  );

const Figures = ({ figures: { given, score, ratedTwice, kappa } }: Pick<Reviews, 'figures'>) => (
  <Card title={said.figures}>
    <dl className="quality__figures">
      <div>
        <dt>{said.figureGiven}</dt>
        <dd>{given}</dd>
      </div>
      <div>
        <dt>{said.figureScore}</dt>
        <dd>
          {score === null ? (
            <span className="quality__soft">{said.few(given)}</span>
          ) : (
            rubricWords.score(score)
          )}
        </dd>
      </div>
      <div>
        <dt>{said.figureKappa}</dt>
        <dd>
          {kappa === null ? <span className="quality__soft">{said.few(ratedTwice)}</span> : kappa.toFixed(2)}
        </dd>
        <dd className="quality__soft">{said.kappaHint}</dd>
      </div>
    </dl>
  </Card>
);

const listReviews = (client: StaffClient) => client.send('reviews:list', {});

/** What is due to be reviewed, what was given, and how it goes. */
export const ReviewsPage = ({ link }: { readonly link: LinkToReview }) => {
  const { value, mistake, ask } = useAnswer(listReviews, LIST_EVERY);
  return (
    <div className="board">
      <div>
        <h1 className="board__title">{said.title}</h1>
        <p className="quality__soft">{said.lead}</p>
      </div>
      {value !== null && mistake !== null ? <Banner tone="notice">{commonWords.stale}</Banner> : null}
      <PanelState
        content={value}
        loading={said.loading}
        hasFailed={mistake !== null}
        failed={said.failed}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => void ask()}
      >
        {({ now, open, openInAll, overdue, given, figures }) => (
          <>
            {overdue > 0 ? (
              <Banner tone="notice" icon="clock" isSpoken={false}>
                {said.overdueCount(overdue)}
              </Banner>
            ) : null}
            <Card title={said.due}>
              <ToReview reviews={open} link={link} now={now} />
              {openInAll > open.length ? (
                <p className="quality__soft">{said.more(open.length, openInAll)}</p>
              ) : null}
            </Card>
            <Card title={said.given}>
              <Given reviews={given} link={link} />
            </Card>
            <Figures figures={figures} />
          </>
        )}
      </PanelState>
    </div>
  );
};
