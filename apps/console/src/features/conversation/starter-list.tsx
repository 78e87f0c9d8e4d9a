import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useContent, type Starter } from '../../shared/content/content-query';
import { fitsSearch } from '../../shared/content/search-words';
import { addToDraft, setDraft } from '../../shared/desk/drafts';
import { useStage, type Stage } from '../../shared/desk/stage';
import { composerWords } from './conversation-words';
import './starter-list.css';

/** What follows a slash at the start of the reply looks for starters. */
const askedIn = (text: string): string => (text.startsWith('/') ? text.slice(1) : '');

/** Those of the step chosen come first. */
const startersFor = (starters: readonly Starter[], text: string, stage: Stage | null): readonly Starter[] => {
  const found = starters.filter(({ title, body }) => fitsSearch(askedIn(text), `${title} ${body}`));
  return [...found.filter((one) => one.stage === stage), ...found.filter((one) => one.stage !== stage)];
};

export interface StarterChoice {
  readonly isOpen: boolean;
  readonly found: readonly Starter[];
  readonly isLoading: boolean;
  /** Which one Enter takes. */
  readonly at: number;
  readonly open: () => void;
  readonly close: () => void;
  readonly pick: (starter: Starter | undefined) => void;
  /** True when the key belonged to the list. */
  readonly onKey: (event: KeyboardEvent) => boolean;
}

/** Starters above the reply box: the focus stays in the box, and what is written after the slash narrows them. `onDone` goes back to the box. */
export const useStarterChoice = (conversationId: string, text: string, onDone: () => void): StarterChoice => {
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  const { data: content, isPending } = useContent();
  const found = startersFor(content?.starters ?? [], text, useStage(conversationId));
  const at = Math.min(chosen, Math.max(0, found.length - 1));
  const show = (isShown: boolean): void => {
    setOpen(isShown);
    setChosen(0);
  };
  const pick = (starter: Starter | undefined): void => {
    if (starter === undefined) return;
    if (text.startsWith('/')) setDraft(conversationId, starter.body);
    else addToDraft(conversationId, starter.body);
    show(false);
    onDone();
  };
  const leave = (): void => {
    if (text === '/') setDraft(conversationId, '');
    show(false);
    onDone();
  };
  const move = (by: 1 | -1): void => setChosen((at + by + found.length) % Math.max(1, found.length));
  const acts: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => pick(found[at]),
    Escape: leave,
  };
  const onKey = (event: KeyboardEvent): boolean => {
    const act = isOpen ? acts[event.key] : undefined;
    if (act === undefined || event.shiftKey || event.altKey) return false;
    event.preventDefault();
    event.stopPropagation();
    act();
    return true;
  };
  return {
    isOpen,
    found,
    isLoading: isPending,
    at,
    open: () => show(true),
    close: () => show(false),
    pick,
    onKey,
  };
};

interface OptionProps {
  readonly id: string;
  readonly starter: Starter;
  readonly isChosen: boolean;
  readonly onPick: () => void;
}

const Option = ({ id, starter, isChosen, onPick }: OptionProps) => {
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    // Keys are heard by the reply box, which keeps the focus.
    <li
      id={id}
      ref={line}
      role="option"
      aria-selected={isChosen}
      className={isChosen ? 'starters__one starters__one--chosen' : 'starters__one'}
      onClick={onPick}
    >
      <span className="starters__title">{starter.title}</span>
      <span className="starters__body">{starter.body}</span>
    </li>
  );
};

export const starterOptionId = (id: string, at: number): string => `${id}-option-${at}`;

const toldOf = ({ found, isLoading }: StarterChoice): string => {
  if (isLoading) return composerWords.startersLoading;
  return found.length === 0 ? composerWords.noStarters : composerWords.startersFound(found.length);
};

/** The list itself: arrows choose, Enter takes, Escape closes it and leaves the reply as it was. */
export const StarterList = ({ id, choice }: { readonly id: string; readonly choice: StarterChoice }) => (
  <div className="starters" onMouseDown={(event) => event.preventDefault()}>
    <p className={choice.found.length === 0 ? 'starters__none' : 'starters__hint'} role="status">
      {toldOf(choice)}
    </p>
    {/* What scrolls can be reached by keyboard; the keys are the same as in the box. */}
    <ul
      id={id}
      className="starters__list"
      role="listbox"
      aria-label={composerWords.starters}
      aria-activedescendant={choice.found.length === 0 ? undefined : starterOptionId(id, choice.at)}
      tabIndex={0}
      onKeyDown={choice.onKey}
    >
      {choice.found.map((starter, at) => (
        <Option
          key={starter.id}
          id={starterOptionId(id, at)}
          starter={starter}
          isChosen={at === choice.at}
          onPick={() => choice.pick(starter)}
        />
      ))}
    </ul>
  </div>
);
