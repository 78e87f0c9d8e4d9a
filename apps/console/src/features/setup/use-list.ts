import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { InviteLink, SetupAnswer, SetupProblem, SetupRow, SetupList } from '@warmline/contracts';
import type { Refusal, SetupListName } from '@warmline/vocabulary';
import { useParts } from '../../shared/page/parts';
import { lossOf } from '../../shared/session/session-state';
import { bringIn, saveRows, setupListQuery } from './setup-requests';
import { problemTold } from './setup-told';
import { setupWords } from './setup-words';

/** What came of a try to save: nothing is wrong, or this is, with the cells it concerns. */
export interface Tried {
  readonly isSaved: boolean;
  readonly mistake: string | null;
  readonly problems: readonly SetupProblem[];
}

const SAVED: Tried = { isSaved: true, mistake: null, problems: [] };
const notSaved = (mistake: string, problems: readonly SetupProblem[] = []): Tried => ({
  isSaved: false,
  mistake,
  problems,
});

/** A session that is gone is asked for over the page; the row stays as it was typed. */
const notSavedWords = (refusal: Refusal): string =>
  lossOf(refusal) === null ? setupWords.notSaved : setupWords.notSavedSignIn;

const triedOf = (answer: SetupAnswer): Tried => {
  switch (answer.outcome) {
    case 'saved':
      return SAVED;
    case 'outdated':
      return notSaved(setupWords.outdated);
    case 'problems': {
      const gone = answer.problems.find(({ row }) => row === null);
      return notSaved(gone === undefined ? setupWords.rowWrong : problemTold(gone), answer.problems);
    }
    default:
      return notSaved(setupWords.notSaved);
  }
};

export interface FileText {
  readonly format: 'csv' | 'json';
  readonly text: string;
}

/** Loads one list and saves changes to it. Each change is made on the version that was seen. */
export const useSetupList = (name: SetupListName) => {
  const parts = useParts();
  const queries = useQueryClient();
  const query = useQuery(setupListQuery(parts, name));
  const [invites, setInvites] = useState<readonly InviteLink[]>([]);
  const show = (list: SetupList): void => {
    queries.setQueryData(setupListQuery(parts, name).queryKey, list);
  };
  const settle = (answer: SetupAnswer): Tried => {
    if (answer.outcome === 'saved' || answer.outcome === 'outdated') show(answer.list);
    if (answer.outcome === 'saved') setInvites(answer.invites);
    return triedOf(answer);
  };
  const version = query.data?.version ?? 0;
  return {
    query,
    invites,
    forgetInvites: () => setInvites([]),
    save: async (rows: readonly SetupRow[]): Promise<Tried> => {
      const answer = await saveRows(parts, name, { version, rows: [...rows], checkOnly: false });
      return answer.ok ? settle(answer.value) : notSaved(notSavedWords(answer.refusal));
    },
    /** Null: the service did not answer. */
    check: async (file: FileText): Promise<SetupAnswer | null> => {
      const answer = await bringIn(parts, name, { version, checkOnly: true, ...file });
      if (answer.ok && answer.value.outcome === 'outdated') show(answer.value.list);
      return answer.ok ? answer.value : null;
    },
    take: async (file: FileText): Promise<Tried> => {
      const answer = await bringIn(parts, name, { version, checkOnly: false, ...file });
      return answer.ok ? settle(answer.value) : notSaved(notSavedWords(answer.refusal));
    },
  };
};
export type OpenSetupList = ReturnType<typeof useSetupList>;
