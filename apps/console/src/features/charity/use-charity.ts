import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CharityAnswer, CharityProblemView, CharityView } from '@warmline/contracts';
import type { Charity, CharityPart, Refusal } from '@warmline/vocabulary';
import { refusalWords } from '../../shared/i18n/refusal-words';
import { useParts } from '../../shared/page/parts';
import { useFreshProof } from '../../shared/second-factor/use-fresh-proof';
import type { HttpAnswer } from '../../shared/session/ask-http';
import { serviceQuery } from '../../shared/session/service-query';
import { lossOf } from '../../shared/session/session-state';
import { charityQuery, saveCharity, undoCharity } from './charity-requests';
import { charityWords } from './charity-words';
import { mergeChanges, partsChanged, takeSaved } from './merge-changes';

/** What another person saved while this one was writing. */
export interface Clash {
  /** Null where that is not known. */
  readonly by: string | null;
  readonly theirs: readonly CharityPart[];
  readonly both: readonly CharityPart[];
}

type Told = { readonly kind: 'saved' | 'undone' | 'too_late' | 'failed'; readonly text: string } | null;

const failedWords = (refusal: Refusal): string => {
  if (refusal === 'proof_old') return refusalWords.proof_old;
  return lossOf(refusal) === null ? charityWords.notSaved : charityWords.notSavedSignIn;
};

interface FormState {
  readonly draft: Charity;
  readonly problems: readonly CharityProblemView[];
  readonly clash: Clash | null;
  readonly told: Told;
}

const asSaved = ({ charity }: CharityView, told: Told = null): FormState => ({
  draft: charity,
  problems: [],
  clash: null,
  told,
});

const failed = (state: FormState, text: string): FormState => ({ ...state, told: { kind: 'failed', text } });

interface Answered {
  /** What the form was written on. */
  readonly base: CharityView;
  readonly answer: CharityAnswer;
  /** What is said when it is saved. */
  readonly done: Told;
}

/** The form after an answer to what was sent from it. */
const afterAnswer = (state: FormState, { base, answer, done }: Answered): FormState => {
  switch (answer.outcome) {
    case 'problems':
      return { ...failed(state, charityWords.problem), problems: answer.problems };
    case 'outdated': {
      const { draft, ...parts } = mergeChanges(base.charity, state.draft, answer.view.charity);
      return { draft, problems: [], clash: { by: answer.by, ...parts }, told: null };
    }
    case 'too_late':
      return asSaved(answer.view, { kind: 'too_late', text: charityWords.tooLate });
    case 'saved':
      return asSaved(answer.view, done);
  }
};

/** What is in the form, and what became of it. `view` is what is saved. */
export const useCharityForm = (view: CharityView, show: (view: CharityView) => void) => {
  const parts = useParts();
  const { ask, dialog } = useFreshProof();
  const [state, setState] = useState(() => asSaved(view));
  const [isBusy, setBusy] = useState(false);
  const send = async (request: () => Promise<HttpAnswer<CharityAnswer>>, done: Told): Promise<boolean> => {
    setBusy(true);
    const answer = await ask(request);
    setBusy(false);
    if (!answer.ok) setState((now) => failed(now, failedWords(answer.refusal)));
    else {
      const { value } = answer;
      setState((now) => afterAnswer(now, { base: view, answer: value, done }));
      if (value.outcome !== 'problems') show(value.view);
    }
    return answer.ok && answer.value.outcome === 'saved';
  };
  return {
    ...state,
    isBusy,
    proofDialog: dialog,
    isChanged: partsChanged(view.charity, state.draft).length > 0,
    change: (changed: Partial<Charity>): void =>
      setState((now) => ({ ...now, draft: { ...now.draft, ...changed } })),
    /** Takes what is saved in place of what this person wrote. */
    takeTheirs: (part: CharityPart): void =>
      setState((now) => ({
        ...now,
        draft: takeSaved(now.draft, part, view.charity),
        clash: now.clash && { ...now.clash, both: now.clash.both.filter((each) => each !== part) },
      })),
    reset: (): void => setState(asSaved(view)),
    /** Resolves to whether it was saved. */
    save: () =>
      send(() => saveCharity(parts, { version: view.version, charity: state.draft }), {
        kind: 'saved',
        text: charityWords.saved,
      }),
    undo: (change: string) =>
      send(() => undoCharity(parts, change), { kind: 'undone', text: charityWords.undone }),
  };
};
export type CharityForm = ReturnType<typeof useCharityForm>;

/** What is saved, and how an answer of the server replaces it. */
export const useCharity = () => {
  const parts = useParts();
  const queries = useQueryClient();
  const query = useQuery(charityQuery(parts));
  return {
    query,
    show: (view: CharityView): void => {
      queries.setQueryData(charityQuery(parts).queryKey, view);
      // Every page names the charity: as it is saved now.
      const { name } = view.charity;
      queries.setQueryData(serviceQuery(parts).queryKey, (now) => now && { ...now, name });
    },
  };
};
