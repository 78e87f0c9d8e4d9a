import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { setHidden } from '../page/privacy';

export type Pane = 'mine' | 'talk' | 'side';
export type SideTab = 'safety' | 'notes' | 'resources' | 'starters' | 'wrap_up' | 'handover';

interface DeskView {
  readonly selected: string | null;
  /** Which pane a screen too narrow for all of them shows. */
  readonly pane: Pane;
  readonly tab: SideTab;
  /** Grows each time something asks for the focus to go there; the person always asked for it. */
  readonly composerAsked: number;
  readonly resourcesAsked: number;
  /** What to look for there; nothing leaves the search as it is. */
  readonly resourcesSearch: string;
  readonly handoverAsked: number;
  readonly safetyAsked: number;
  readonly noteAsked: number;
  readonly isEnding: boolean;
  /** The desk on screen is that of a practice conversation: its keys and calls are not for the real service. */
  readonly isPractising: boolean;
}

const initial: DeskView = {
  selected: null,
  pane: 'mine',
  tab: 'resources',
  composerAsked: 0,
  resourcesAsked: 0,
  resourcesSearch: '',
  handoverAsked: 0,
  safetyAsked: 0,
  noteAsked: 0,
  isEnding: false,
  isPractising: false,
};

const view = createStore<DeskView>(() => initial);

export const useDeskView = <Slice>(select: (view: DeskView) => Slice): Slice => useStore(view, select);

type Ask = 'resourcesAsked' | 'handoverAsked' | 'safetyAsked' | 'noteAsked';
const NOTHING_ANSWERED: Readonly<Record<Ask, number>> = {
  resourcesAsked: 0,
  handoverAsked: 0,
  safetyAsked: 0,
  noteAsked: 0,
};
const answered = { ...NOTHING_ANSWERED };

/** Answers each request once, also where its panel appears because of it, and not when the panel is shown again later. */
export const useAsked = (what: Ask, answer: () => void): void => {
  const asked = useDeskView((desk) => desk[what]);
  const latest = useRef(answer);
  useEffect(() => {
    latest.current = answer;
  });
  useEffect(() => {
    if (asked > answered[what]) latest.current();
    answered[what] = asked;
  }, [what, asked]);
};

const start = (desk: DeskView): void => {
  Object.assign(answered, NOTHING_ANSWERED);
  view.setState(desk);
};

export const resetDeskView = (): void => start(initial);

/** Shows a conversation; anything half done in another stays with that one. */
export const selectConversation = (conversationId: string | null): void =>
  view.setState({
    selected: conversationId,
    pane: conversationId === null ? 'mine' : 'talk',
    isEnding: false,
  });

/** Something to look at when nothing was chosen; a narrow screen stays on the list. */
export const preselectConversation = (conversationId: string): void =>
  view.setState({ selected: conversationId });

export const showPane = (pane: Pane): void => view.setState({ pane });

/** Goes back to the conversation from the side panel. */
export const leaveSide = (): void => view.setState(({ pane }) => ({ pane: pane === 'side' ? 'talk' : pane }));

export const showTab = (tab: SideTab): void => view.setState({ tab });

/** Who goes to the reply box wants to read what they answer: nothing stays hidden. */
export const askForComposer = (): void => {
  setHidden(false);
  view.setState((state) => ({ pane: 'talk', composerAsked: state.composerAsked + 1 }));
};

export const askForResources = (resourcesSearch = ''): void =>
  view.setState((state) => ({
    pane: 'side',
    tab: 'resources',
    resourcesAsked: state.resourcesAsked + 1,
    resourcesSearch,
  }));

export const askForHandover = (): void =>
  view.setState((state) => ({ pane: 'side', tab: 'handover', handoverAsked: state.handoverAsked + 1 }));

export const askForSafety = (): void =>
  view.setState((state) => ({ pane: 'side', tab: 'safety', safetyAsked: state.safetyAsked + 1 }));

export const askForNote = (): void =>
  view.setState((state) => ({ pane: 'side', tab: 'notes', noteAsked: state.noteAsked + 1 }));

export const setEnding = (isEnding: boolean): void => view.setState({ isEnding });

/** A desk of its own, with nothing chosen; `resetDeskView` leaves it. */
export const beginPractising = (): void => start({ ...initial, isPractising: true });
