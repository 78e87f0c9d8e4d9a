import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { Holds, ListedHold, ListedRetentionRequest } from '@warmline/contracts';
import { Banner, Button, Card, PanelState } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { locale } from '../../shared/i18n/locale';
import { refusalWords } from '../../shared/i18n/refusal-words';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { usePageName } from '../../shared/page/page-title';
import { useParts } from '../../shared/page/parts';
import { useFreshProof } from '../../shared/second-factor/use-fresh-proof';
import type { HttpAnswer } from '../../shared/session/ask-http';
import { AskDialog, ConfirmDialog } from './hold-dialogs';
import './holds.css';
import { answerRetention, askForRetention, holdsQuery, reviewHold } from './holds-requests';
import { holdsWords } from './holds-words';

const said = holdsWords;
const moment = new Intl.DateTimeFormat(locale.formats, { dateStyle: 'medium', timeStyle: 'short' });
const day = new Intl.DateTimeFormat(locale.formats, { dateStyle: 'full', timeZone: 'UTC' });
const dayOf = (date: string): string => day.format(Date.parse(date));
const nameOf = ({ conversationId }: { readonly conversationId: string }): string =>
  visitorCalled('', conversationId);

interface Told {
  readonly tone: 'calm' | 'grave';
  readonly words: string;
}

/** Each act asks for a fresh proof where it is needed, and shows what there is afterwards. */
const useHolds = () => {
  const parts = useParts();
  const queries = useQueryClient();
  const query = useQuery(holdsQuery(parts));
  const { queryKey } = holdsQuery(parts);
  const { ask, dialog } = useFreshProof();
  const [told, setTold] = useState<Told | null>(null);
  const act = async (send: () => Promise<HttpAnswer<Holds>>, done: string): Promise<string | null> => {
    const answer = await ask(send);
    if (answer.ok) {
      queries.setQueryData(queryKey, answer.value);
      setTold({ tone: 'calm', words: done });
      return null;
    }
    const words = answer.refusal === 'unavailable' ? said.notDone : refusalWords[answer.refusal];
    setTold({ tone: 'grave', words });
    if (answer.refusal === 'retention_changed') void query.refetch();
    return words;
  };
  return { parts, query, dialog, told, act };
};

interface RequestCardProps {
  readonly request: ListedRetentionRequest;
  readonly mayDecide: boolean;
  readonly onAnswer: (agrees: boolean) => void;
}

const RequestCard = ({ request, mayDecide, onAnswer }: RequestCardProps) => {
  const { wish, reason, askedBy, askedAt, isOwn, lapsesAt, expiryDay } = request;
  const what = said.wishOf(said.wishes[wish], nameOf(request));
  return (
    <Card
      title={what}
      actions={
        !mayDecide ? null : isOwn ? (
          <Button size="small" aria-label={said.takeBackOf(what)} onPress={() => onAnswer(false)}>
            {said.takeBack}
          </Button>
        ) : (
          <>
            <Button size="small" aria-label={said.declineOf(what)} onPress={() => onAnswer(false)}>
              {said.decline}
            </Button>
            <Button size="small" kind="main" aria-label={said.agreeTo(what)} onPress={() => onAnswer(true)}>
              {said.agree}
            </Button>
          </>
        )
      }
    >
      {reason === null ? null : <p>{said.reasons[reason]}.</p>}
      <p>
        {isOwn ? said.own : said.askedBy(askedBy, moment.format(askedAt))}{' '}
        {said.until(moment.format(lapsesAt))}
      </p>
      <p>{wish === 'end_hold' ? said.staysHeld : said.erasedOn(dayOf(expiryDay))}</p>
    </Card>
  );
};

interface HoldCardProps {
  readonly hold: ListedHold;
  readonly mayDecide: boolean;
  readonly onReview: () => void;
  readonly onEnd: () => void;
}

const HoldCard = ({ hold, mayDecide, onReview, onEnd }: HoldCardProps) => {
  const { reason, askedBy, agreedBy, heldAt, reviewBy, isDue, expiryDay } = hold;
  const visitor = nameOf(hold);
  const due = moment.format(reviewBy);
  return (
    <Card
      title={visitor}
      actions={
        mayDecide ? (
          <>
            <Button size="small" aria-label={said.stillNeededOf(visitor)} onPress={onReview}>
              {said.stillNeeded}
            </Button>
            <Button size="small" aria-label={said.wishOf(said.wishes.end_hold, visitor)} onPress={onEnd}>
              {said.wishes.end_hold}
            </Button>
          </>
        ) : null
      }
    >
      <p>{said.reasons[reason]}.</p>
      <p>{said.agreedBy(askedBy, agreedBy, moment.format(heldAt))}</p>
      {isDue ? (
        <Banner tone="notice" isSpoken={false}>
          {said.reviewDue(due)}
        </Banner>
      ) : (
        <p>{said.reviewBy(due)}</p>
      )}
      <p>{said.wasDue(dayOf(expiryDay))}</p>
    </Card>
  );
};

const Part = ({
  title,
  none,
  children,
}: {
  readonly title: string;
  readonly none: string;
  readonly children: readonly ReactNode[];
}) => (
  <section className="holds__cards" aria-label={title}>
    <h2 className="holds__part">{title}</h2>
    {children.length === 0 ? <p>{none}</p> : children}
  </section>
);

export interface HoldsPageProps {
  /** The conversation to ask about; null for none. */
  readonly conversation: string | null;
  readonly onAsk: (conversation: string | null) => void;
  /** A link to where a conversation is chosen. */
  readonly way: ReactNode;
}

/** What two people keep longer, or erase sooner. */
export const HoldsPage = ({ conversation, onAsk, way }: HoldsPageProps) => {
  const { parts, query, dialog, told, act } = useHolds();
  const [confirming, setConfirming] = useState<ListedRetentionRequest | null>(null);
  usePageName(said.title);
  const answer = (request: ListedRetentionRequest, agrees: boolean): void =>
    void act(
      () => answerRetention(parts, { id: request.id, agrees }),
      agrees ? said.agreed[request.wish] : said.closed,
    );
  const choose = (request: ListedRetentionRequest, agrees: boolean): void => {
    if (agrees && request.wish !== 'hold') setConfirming(request);
    else answer(request, agrees);
  };
  return (
    <div className="board holds">
      <div>
        <h1 className="board__title">{said.title}</h1>
        <p>{said.lead}</p>
        <p>{way}</p>
      </div>
      {told === null ? null : <Banner tone={told.tone}>{told.words}</Banner>}
      <PanelState
        content={query.data}
        loading={said.loading}
        hasFailed={query.isError}
        failed={said.failed}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => void query.refetch()}
      >
        {({ requests, holds, mayDecide }) => (
          <>
            {mayDecide ? null : <p>{said.onlyReading}</p>}
            <Part title={said.waiting} none={said.noneWaiting}>
              {requests.map((request) => (
                <RequestCard
                  key={request.id}
                  request={request}
                  mayDecide={mayDecide}
                  onAnswer={(agrees) => choose(request, agrees)}
                />
              ))}
            </Part>
            <Part title={said.held} none={said.noneHeld}>
              {holds.map((hold) => (
                <HoldCard
                  key={hold.conversationId}
                  hold={hold}
                  mayDecide={mayDecide}
                  onReview={() => void act(() => reviewHold(parts, hold.conversationId), said.reviewed)}
                  onEnd={() => onAsk(hold.conversationId)}
                />
              ))}
            </Part>
            {conversation === null || !mayDecide ? null : (
              <AskDialog
                key={conversation}
                visitor={nameOf({ conversationId: conversation })}
                isHeld={holds.some(({ conversationId }) => conversationId === conversation)}
                onClose={() => onAsk(null)}
                onAsk={async (wished) => {
                  const id = crypto.randomUUID();
                  const wrong = await act(
                    () => askForRetention(parts, { id, conversationId: conversation, ...wished }),
                    said.asked,
                  );
                  if (wrong === null) onAsk(null);
                  return wrong;
                }}
              />
            )}
          </>
        )}
      </PanelState>
      {dialog}
      {confirming === null || confirming.wish === 'hold' ? null : (
        <ConfirmDialog
          wish={confirming.wish}
          visitor={nameOf(confirming)}
          onClose={() => setConfirming(null)}
          onConfirm={() => {
            setConfirming(null);
            answer(confirming, true);
          }}
        />
      )}
    </div>
  );
};
