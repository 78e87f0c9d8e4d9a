import type { ReactNode } from 'react';
import type { HistoryFilter, HistoryList, PastConversation } from '@warmline/contracts';
import { Banner, Button, Empty, PanelState } from '@warmline/ui';
import { END_REASONS, SAFETY_ANSWERS } from '@warmline/vocabulary';
import { commonWords } from '../../shared/i18n/common-words';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { safetyWords } from '../../shared/safety/safety-words';
import { filterOf } from './history-filter';
import { endedWords, historyWords } from './history-words';
import './history.css';
import { ReaderLines, when } from './reader-lines';
import { useHistory } from './use-history';

const said = historyWords;
const SAFETY = SAFETY_ANSWERS.map((value) => ({ value, label: safetyWords.answers[value] }));
const ENDINGS = END_REASONS.map((value) => ({ value, label: endedWords(value) }));

interface ChoiceProps {
  readonly label: string;
  readonly value: string | null;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
}

const Choice = ({ label, value, choices, onChoose }: ChoiceProps) => (
  <label className="history__choice">
    <span>{label}</span>
    <select value={value ?? ''} onChange={(event) => onChoose(event.target.value)}>
      <option value="">{said.any}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  </label>
);

type HoldsLink = (conversation: string, visitor: string) => ReactNode;

export interface HistoryPageProps {
  readonly filter: HistoryFilter;
  readonly onFilter: (filter: HistoryFilter) => void;
}
interface HistoryProps extends HistoryPageProps {
  /** A link to where a conversation is held, or erased early. */
  readonly holdsLink: HoldsLink;
}

const Filters = ({ filter, onFilter, people }: HistoryPageProps & Pick<HistoryList, 'people'>) => {
  const choose = (part: Readonly<Record<string, string>>): void => onFilter(filterOf({ ...filter, ...part }));
  return (
    <fieldset className="history__filters">
      <legend className="ui-unseen">{said.filters}</legend>
      <Choice
        label={said.responder}
        value={filter.responder}
        choices={people.map(({ id, name }) => ({ value: id, label: name }))}
        onChoose={(responder) => choose({ responder })}
      />
      <Choice
        label={said.safety}
        value={filter.safety}
        choices={SAFETY}
        onChoose={(safety) => choose({ safety })}
      />
      <Choice
        label={said.ended}
        value={filter.ended}
        choices={ENDINGS}
        onChoose={(ended) => choose({ ended })}
      />
    </fieldset>
  );
};

const Conversation = ({
  one,
  holdsLink,
}: {
  readonly one: PastConversation;
  readonly holdsLink: HoldsLink;
}) => {
  const { conversationId, beganAt, endedAt, responderName, safety, ended, readers } = one;
  const visitor = visitorCalled('', conversationId);
  return (
    <li className="history__row">
      <div>
        <h2 className="history__name">{visitor}</h2>
        <p className="history__soft">
          {endedAt === null ? said.since(when(beganAt)) : said.from(when(beganAt), when(endedAt))}
        </p>
        <p>{responderName === null ? said.byNoOne : said.by(responderName)}</p>
        <p className="history__soft">
          {safetyWords.answers[safety]} · {endedWords(ended)}
        </p>
        {holdsLink(conversationId, visitor)}
      </div>
      <ReaderLines readers={readers} visitor={visitor} none={said.unread} />
    </li>
  );
};

const isAny = ({ responder, safety, ended }: HistoryFilter): boolean =>
  responder === null && safety === null && ended === null;

const Nothing = ({ filter, hasMore }: { readonly filter: HistoryFilter; readonly hasMore: boolean }) => {
  if (hasMore) return <Empty title={said.noneFits}>{said.noneFitsMore}</Empty>;
  return <Empty title={isAny(filter) ? said.none : said.nothingFits} />;
};

/** Which conversations there were, who had them, how they ended, and who read them. */
export const HistoryPage = ({ filter, onFilter, holdsLink }: HistoryProps) => {
  const { shown, mistake, isBusy, load } = useHistory(filter);
  return (
    <div className="board history">
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
            <Filters filter={filter} onFilter={onFilter} people={people} />
            {conversations.length === 0 ? (
              <Nothing filter={filter} hasMore={next !== null} />
            ) : (
              <ul className="history__rows" aria-label={said.list} aria-busy={isBusy}>
                {conversations.map((one) => (
                  <Conversation key={one.conversationId} one={one} holdsLink={holdsLink} />
                ))}
              </ul>
            )}
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
