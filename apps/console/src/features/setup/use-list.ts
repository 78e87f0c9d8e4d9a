import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { InviteLink, SetupAnswer, SetupProblem, SetupRow, SetupList } from '@warmline/contracts';
import type { Refusal, SetupListName } from '@warmline/vocabulary';
import { refusalWords } from '../../shared/i18n/refusal-words';
import { useParts } from '../../shared/page/parts';
import { useFreshProof } from '../../shared/second-factor/use-fresh-proof';
import { lossOf } from '../../shared/session/session-state';
import { bringIn, filePath, mayExport, saveRows, setupListQuery } from './setup-requests';
import { problemTold } from './setup-told';
import { setupWords } from './setup-words';

/** What came of a try to save: nothing is wrong, or this is, with the cells it concerns. */
export interface Tried {
  readonly isSaved: boolean;
  readonly mistake: string | null;
  /** It is saved when it is asked for again, confirmed. */
  readonly isAsked: boolean;
  readonly problems: readonly SetupProblem[];
}

const SAVED: Tried = { isSaved: true, mistake: null, isAsked: false, problems: [] };
const notSaved = (mistake: string, problems: readonly SetupProblem[] = []): Tried => ({
  isSaved: false,
  isAsked: false,
  mistake,
  problems,
});

/** A session that is gone is asked for over the page; the row stays as it was typed. */
const notSavedWords = (refusal: Refusal): string => {
  if (refusal === 'proof_old') return refusalWords.proof_old;
  return lossOf(refusal) === null ? setupWords.notSaved : setupWords.notSavedSignIn;
};

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
    case 'in_conversation':
      return { ...notSaved(answer.people.map(setupWords.inConversation).join(' ')), isAsked: true };
    default:
      return notSaved(setupWords.notSaved);
  }
};

const confirmedAs = (isConfirmed: boolean) => (isConfirmed ? { confirmed: true as const } : {});

export interface FileText {
  readonly format: 'csv' | 'json';
  readonly text: string;
}

/** Has the browser save what this address answers as a file. */
const download = (address: string): void => {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
};

/** Loads one list and saves changes to it. Each change is made on the version that was seen. */
export const useSetupList = (name: SetupListName) => {
  const parts = useParts();
  const queries = useQueryClient();
  const query = useQuery(setupListQuery(parts, name));
  const { ask, dialog } = useFreshProof();
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
    /** Asks who the person is, where a change needs that. */
    proofDialog: dialog,
    invites,
    forgetInvites: () => setInvites([]),
    save: async (rows: readonly SetupRow[], isConfirmed = false): Promise<Tried> => {
      const body = { version, rows: [...rows], checkOnly: false, ...confirmedAs(isConfirmed) };
      const answer = await ask(() => saveRows(parts, name, body));
      return answer.ok ? settle(answer.value) : notSaved(notSavedWords(answer.refusal));
    },
    /** Null: the service did not answer. */
    check: async (file: FileText): Promise<SetupAnswer | null> => {
      const answer = await bringIn(parts, name, { version, checkOnly: true, ...file });
      if (answer.ok && answer.value.outcome === 'outdated') show(answer.value.list);
      return answer.ok ? answer.value : null;
    },
    /** The file of a list whose export asks for a proof. Resolves to what went wrong, in words. */
    exportFile: async (format: FileText['format']): Promise<string | null> => {
      const answer = await ask(() => mayExport(parts, name, format));
      if (!answer.ok) return answer.refusal === 'proof_old' ? refusalWords.proof_old : setupWords.notExported;
      download(filePath(name, format));
      return null;
    },
    take: async (file: FileText, isConfirmed = false): Promise<Tried> => {
      const body = { version, checkOnly: false, ...confirmedAs(isConfirmed), ...file };
      const answer = await ask(() => bringIn(parts, name, body));
      return answer.ok ? settle(answer.value) : notSaved(notSavedWords(answer.refusal));
    },
  };
};
export type OpenSetupList = ReturnType<typeof useSetupList>;
