import { useState, type FormEvent, type ReactNode } from 'react';
import { Banner, Button, Fold, OneOf, TextField } from '@warmline/ui';
import { READING_PURPOSES, type ReadingPurpose } from '@warmline/vocabulary';
import { visitorCalled } from '../../shared/i18n/visitor-name';
import { when } from './reader-lines';
import { purposeWords } from './reason-parts';
import { searchWords } from './search-words';
import { SEARCH_MOST, useSearch, type SearchState } from './use-search';

const said = searchWords;
const PURPOSES = READING_PURPOSES.map((value) => ({ value, label: purposeWords[value] }));
const WORDS_LEAST = 2;
const WORDS_MOST = 100;

type Link = (to: { readonly id: string; readonly label: string }) => ReactNode;

const Results = ({ state, link }: { readonly state: SearchState; readonly link: Link }) => (
  <>
    <p role="status">
      {state.isOver ? said.over(state.read, state.found.length) : said.reading(state.read, state.of)}
    </p>
    {state.mistake === null ? null : <Banner tone="grave">{state.mistake}</Banner>}
    <ul className="history__rows" aria-label={said.results}>
      {state.found.map(({ conversationId, found, total }) => {
        const visitor = visitorCalled('', conversationId);
        return (
          <li key={conversationId} className="history__found">
            <b>{visitor}</b> {link({ id: conversationId, label: said.openOne(visitor) })}
            <ul className="history__readers">
              {found.map(({ at, by, excerpt }) => (
                <li key={`${at} ${excerpt}`}>
                  <span className="history__soft">{said.at(by ?? '', when(at))}</span> <bdi>{excerpt}</bdi>
                </li>
              ))}
            </ul>
            {total > found.length ? <p className="history__soft">{said.more(total - found.length)}</p> : null}
          </li>
        );
      })}
    </ul>
  </>
);

export interface SearchFormProps {
  /** Those shown that have ended. */
  readonly conversations: readonly string[];
  readonly link: Link;
}

/** Looks for words in the conversations that are shown, 200 at most: each is opened for it, and recorded. */
export const SearchForm = ({ conversations, link }: SearchFormProps) => {
  const [isOpen, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const [purpose, setPurpose] = useState<ReadingPurpose | null>(null);
  const [isChecked, setChecked] = useState(false);
  const { state, search, stop } = useSearch();
  const isRunning = state !== null && !state.isOver;
  const chosen = conversations.slice(0, SEARCH_MOST);
  const isTooShort = words.trim().length < WORDS_LEAST;
  const start = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (!isTooShort && purpose !== null && !isRunning)
      void search({ words: words.trim(), purpose, conversations: chosen });
  };
  if (conversations.length === 0) return null;
  return (
    <Fold title={said.title} isOpen={isOpen} onChange={setOpen}>
      <form className="history__form" onSubmit={start} noValidate>
        <p>{said.lead(chosen.length)}</p>
        {conversations.length > SEARCH_MOST ? <p>{said.tooMany(SEARCH_MOST)}</p> : null}
        <TextField
          label={said.words}
          value={words}
          maxLength={WORDS_MOST}
          mistake={isChecked && isTooShort ? said.wordsMissing : undefined}
          onChange={setWords}
        />
        <OneOf
          label={said.purpose}
          choices={PURPOSES}
          value={purpose}
          onChange={setPurpose}
          mistake={isChecked && purpose === null ? said.purposeMissing : undefined}
        />
        <div className="history__filters">
          <Button type="submit" isBusy={isRunning}>
            {said.start(chosen.length)}
          </Button>
          {isRunning ? <Button onPress={stop}>{said.stop}</Button> : null}
        </div>
      </form>
      {state === null ? null : <Results state={state} link={link} />}
    </Fold>
  );
};
