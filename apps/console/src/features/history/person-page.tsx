import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { PersonAct, PersonHistory } from '@warmline/contracts';
import { Banner, Button, Empty, PanelState } from '@warmline/ui';
import { commonWords } from '../../shared/i18n/common-words';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { usePageName } from '../../shared/page/page-title';
import { useParts } from '../../shared/page/parts';
import { pastPeopleQuery, personQuery, type PersonChoice } from './acts-requests';
import { actsWords } from './acts-words';
import { EntryProof } from './entry-proof';
import { Day, Select } from './history-filters';
import './history.css';
import { actSentence, pastWords } from './past-words';
import { flawOfPerson } from './person-choice';
import { when } from './reader-lines';

const said = actsWords;

interface ActProps {
  readonly one: PersonAct;
  readonly link: (to: { readonly id: string; readonly label: string }) => ReactNode;
}

const Act = ({ one: { act, conversationId }, link }: ActProps) => {
  const sentence = actSentence(act);
  return (
    <li className="history__line">
      <span className="history__soft">{when(act.at)}</span>
      <span className="history__act">
        <span>{sentence}</span>{' '}
        {conversationId === null ? (
          <EntryProof act={act.id} sentence={sentence} />
        ) : (
          link({ id: conversationId, label: said.conversation(visitorCalled('', conversationId)) })
        )}
      </span>
    </li>
  );
};

const countsTold = ({ counts }: PersonHistory): string =>
  (['held', 'handedOver', 'received', 'read', 'settings'] as const)
    .map((name) => said.counts[name](counts[name]))
    .join(' · ');

interface FoundProps extends Pick<ActProps, 'link'> {
  readonly choice: PersonChoice;
}

const Found = ({ choice, link }: FoundProps) => {
  const query = useInfiniteQuery(personQuery(useParts(), choice));
  const [first] = query.data?.pages ?? [];
  const acts = query.data?.pages.flatMap((page) => page.acts) ?? [];
  return (
    <>
      <PanelState
        content={first}
        loading={said.loading}
        hasFailed={query.isError}
        failed={said.failed}
        tryAgain={commonWords.tryAgain}
        onTryAgain={() => void query.refetch()}
      >
        {(page) => (
          <>
            <h2 className="history__name">{said.of(page.name)}</h2>
            <p>{countsTold(page)}</p>
            {acts.length === 0 ? (
              <Empty title={said.nothing} />
            ) : (
              <ol className="history__lines" aria-label={said.acts}>
                {acts.map((one) => (
                  <Act key={one.act.id} one={one} link={link} />
                ))}
              </ol>
            )}
            <p className="history__print-only">{pastWords.printed(when(Date.now()))}</p>
          </>
        )}
      </PanelState>
      <div className="history__links history__screen-only">
        {query.hasNextPage ? (
          <Button isBusy={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            {said.earlier}
          </Button>
        ) : null}
        {first === undefined ? null : <Button onPress={() => globalThis.print()}>{pastWords.print}</Button>}
      </div>
    </>
  );
};

export interface PersonPageProps extends Pick<ActProps, 'link'> {
  readonly views: ReactNode;
  /** What is asked for, also where it is not whole yet. */
  readonly choice: PersonChoice;
  readonly onChoose: (choice: PersonChoice) => void;
}

/** What one person did and read. It is asked for by pressing a button, since every look is recorded. */
export const PersonPage = ({ views, choice, onChoose, link }: PersonPageProps) => {
  const people = useQuery(pastPeopleQuery(useParts()));
  const [typed, setTyped] = useState(choice);
  const [flaw, setFlaw] = useState<string | null>(null);
  usePageName(said.personTitle);
  const show = (event: FormEvent): void => {
    event.preventDefault();
    const found = flawOfPerson(typed);
    setFlaw(found === null ? null : said[found]);
    if (found === null) onChoose(typed);
  };
  return (
    <div className="board history">
      <div className="history__screen-only">{views}</div>
      <div>
        <h1 className="board__title">{said.personTitle}</h1>
        <p className="history__soft">{said.personLead}</p>
      </div>
      <form className="history__filters history__screen-only" onSubmit={show} noValidate>
        <Select
          label={said.person}
          value={typed.person}
          none={said.choosePerson}
          choices={(people.data?.people ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={(person) => setTyped({ ...typed, person })}
        />
        <Day label={said.from} value={typed.from} onChoose={(from) => setTyped({ ...typed, from })} />
        <Day label={said.until} value={typed.until} onChoose={(until) => setTyped({ ...typed, until })} />
        <div className="history__choice">
          <span className="history__soft">{said.recorded}</span>
          <Button kind="main" type="submit">
            {said.show}
          </Button>
        </div>
      </form>
      {flaw === null ? null : <Banner tone="grave">{flaw}</Banner>}
      {people.isError ? <Banner tone="grave">{said.failed}</Banner> : null}
      {flawOfPerson(choice) === null ? (
        <Found key={`${choice.person} ${choice.from} ${choice.until}`} choice={choice} link={link} />
      ) : null}
    </div>
  );
};
