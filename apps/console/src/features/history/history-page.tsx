import type { ReactNode } from 'react';
import type { PastConversation } from '@warmline/contracts';
import { Banner, Button, Empty, PanelState } from '@warmline/ui';
import { useTopics } from '../../shared/content/topics';
import { commonWords } from '../../shared/i18n/common-words';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { outcomeNames } from '../../shared/i18n/wrap-up-outcomes';
import { safetyWords } from '../../shared/safety/safety-words';
import { isAny, type HistoryChoice } from './history-filter';
import { HistoryFilters } from './history-filters';
import { endedWords, historyWords } from './history-words';
import './history.css';
import { ReaderLines, when } from './reader-lines';
import { SearchForm } from './search-form';
import { useHistory } from './use-history';

const said = historyWords;

export interface HistoryPageProps {
  /** The other parts of History. */
  readonly views: ReactNode;
  readonly link: (to: { readonly id: string; readonly label: string }) => ReactNode;
  readonly choice: HistoryChoice;
  readonly onChoose: (choice: HistoryChoice) => void;
  /** A link to where a conversation is held, or erased early. */
  readonly holdsLink: (conversation: string, visitor: string) => ReactNode;
}

interface ConversationProps extends Pick<HistoryPageProps, 'link' | 'holdsLink'> {
  readonly one: PastConversation;
}

const Conversation = ({ one, link, holdsLink }: ConversationProps) => {
  const { conversationId, beganAt, endedAt, responderName, safety, ended, readers } = one;
  const { nameOf } = useTopics();
  const coded = [...one.topics.map(nameOf), ...(one.outcome === null ? [] : [outcomeNames[one.outcome]])];
  const visitor = visitorCalled('', conversationId);
  const byNoOne = endedAt === null ? said.waitsNow : said.byNoOne;
  return (
    <li className="history__row">
      <div>
        <h2 className="history__name">{visitor}</h2>
        <p className="history__soft">
          {endedAt === null ? said.since(when(beganAt)) : said.from(when(beganAt), when(endedAt))}
        </p>
        <p>{responderName === null ? byNoOne : said.by(responderName)}</p>
        <p className="history__soft">
          {safetyWords.answers[safety]} · {endedWords(ended)}
        </p>
        {coded.length === 0 ? null : <p className="history__soft">{coded.join(' · ')}</p>}
        <p className="history__links">
          {endedAt === null ? null : (
            <>
              {link({ id: conversationId, label: said.openOne(visitor) })}
              {holdsLink(conversationId, visitor)}
            </>
          )}
        </p>
      </div>
      <ReaderLines readers={readers} visitor={visitor} none={said.unread} />
    </li>
  );
};

const Nothing = ({ choice, hasMore }: { readonly choice: HistoryChoice; readonly hasMore: boolean }) => {
  if (hasMore) return <Empty title={said.noneFits}>{said.noneFitsMore}</Empty>;
  return <Empty title={isAny(choice) ? said.none : said.nothingFits} />;
};

/** Which conversations there were, who had them, how they ended, and who read them. */
export const HistoryPage = ({ views, choice, onChoose, link, holdsLink }: HistoryPageProps) => {
  const { shown, mistake, isBusy, load } = useHistory(choice);
  return (
    <div className="board history">
      {views}
      <div>
        <h1 className="board__title">{said.title}</h1>
        <p className="history__soft">{said.lead}</p>
      </div>
      {mistake !== null && shown !== null ? <Banner tone="grave">{mistake}</Banner> : null}
      <PanelState
        content={shown}
        loading={said.loading}
        hasFailed={mistake !== null}
        failed={said.failed}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => void load(null)}
      >
        {({ conversations, next, people }) => (
          <>
            <HistoryFilters choice={choice} onChoose={onChoose} people={people} />
            {conversations.length === 0 ? (
              <Nothing choice={choice} hasMore={next !== null} />
            ) : (
              <ul className="history__rows" aria-label={said.list} aria-busy={isBusy}>
                {conversations.map((one) => (
                  <Conversation key={one.conversationId} one={one} link={link} holdsLink={holdsLink} />
                ))}
              </ul>
            )}
            <SearchForm
              conversations={conversations
                .filter(({ endedAt }) => endedAt !== null)
                .map((one) => one.conversationId)}
              link={link}
            />
            {next === null ? null : (
              <div>
                <Button isBusy={isBusy} onPress={() => void load(next)}>
                  {said.earlier}
                </Button>
              </div>
            )}
          </>
        )}
      </PanelState>
    </div>
  );
};
