import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  InviteLink,
  RowChange,
  SetupAnswer,
  SetupProblem,
  SetupRow,
  SetupList,
} from '@warmline/contracts';
import type { Refusal, SetupListName } from '@warmline/vocabulary';
import { refusalWords } from '../../shared/i18n/refusal-words';
import { useParts } from '../../shared/page/parts';
import { useFreshProof } from '../../shared/second-factor/use-fresh-proof';
import type { HttpAnswer } from '../../shared/session/ask-http';
import { lossOf } from '../../shared/session/session-state';
import { changesBetween } from './row-edit';
import { bringIn, filePath, mayExport, saveRows, setupListQuery, undoSave } from './setup-requests';
import { problemTold } from './setup-told';
import { setupWords } from './setup-words';

/** What came of a try to save: nothing is wrong, or this is, with the cells it concerns. */
export interface Tried {
  readonly isSaved: boolean;
  readonly mistake: string | null;
  /** It is saved when it is asked for again, confirmed. */
  readonly isAsked: boolean;
  readonly problems: readonly SetupProblem[];
  /** What someone else saved since this person loaded the list. */
  readonly others: readonly RowChange[];
}

const SAVED: Tried = { isSaved: true, mistake: null, isAsked: false, problems: [], others: [] };
const notSaved = (mistake: string, problems: readonly SetupProblem[] = []): Tried => ({
  isSaved: false,
  isAsked: false,
  mistake,
  problems,
  others: [],
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
    case 'undo_over':
      return notSaved(setupWords.undoOver);
    case 'deletes':
      return notSaved(setupWords.deletesOther);
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

/** What is done with the rows of a list that are not in the file. */
export type FileMode = 'add' | 'replace';

export interface FileToImport extends FileText {
  readonly mode: FileMode;
  /** How many rows the person agreed to delete. */
  readonly deletes: number;
}

/** Has the browser save what this address answers as a file. */
const download = (address: string): void => {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
};

/** The list as it is shown, and what an answer of the service does to it. */
const useShownList = (name: SetupListName) => {
  const parts = useParts();
  const queries = useQueryClient();
  const query = useQuery(setupListQuery(parts, name));
  const [invites, setInvites] = useState<readonly InviteLink[]>([]);
  const [waits, setWaits] = useState<readonly string[]>([]);
  const show = (list: SetupList): void => {
    queries.setQueryData(setupListQuery(parts, name).queryKey, list);
  };
  return {
    parts,
    query,
    invites,
    forgetInvites: () => setInvites([]),
    waits,
    show,
    settle: (answer: HttpAnswer<SetupAnswer>): Tried => {
      if (!answer.ok) return notSaved(notSavedWords(answer.refusal));
      const came = answer.value;
      const seen = query.data;
      if ('list' in came) show(came.list);
      if (came.outcome === 'saved') {
        setInvites(came.invites);
        setWaits(came.waiting);
        // The line above the page, and the page of what waits.
        if (came.waiting.length > 0) void queries.invalidateQueries({ queryKey: ['setup', 'access'] });
      }
      const tried = triedOf(came);
      if (came.outcome !== 'outdated' || seen === undefined) return tried;
      return { ...tried, others: changesBetween(seen, came.list) };
    },
  };
};

/** Loads one list and saves changes to it. Each change is made on the version that was seen. */
export const useSetupList = (name: SetupListName) => {
  const { parts, query, invites, forgetInvites, waits, show, settle } = useShownList(name);
  const { ask, dialog } = useFreshProof();
  const version = query.data?.version ?? 0;
  return {
    query,
    /** Asks who the person is, where a change needs that. */
    proofDialog: dialog,
    invites,
    forgetInvites,
    /** Sign-in names of those whose change was saved, and waits for a second person. */
    waits,
    save: async (rows: readonly SetupRow[], isConfirmed = false): Promise<Tried> => {
      const body = { version, rows: [...rows], checkOnly: false, ...confirmedAs(isConfirmed) };
      return settle(await ask(() => saveRows(parts, name, body)));
    },
    /** Takes the last save back. */
    undo: async (isConfirmed = false): Promise<Tried> => {
      const save = query.data?.last?.id;
      if (save === undefined) return notSaved(setupWords.undoOver);
      const body = { save, version, ...confirmedAs(isConfirmed) };
      return settle(await ask(() => undoSave(parts, name, body)));
    },
    /** Null: the service did not answer. */
    check: async (file: FileText, mode: FileMode): Promise<SetupAnswer | null> => {
      const answer = await bringIn(parts, name, { version, checkOnly: true, mode, ...file });
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
    take: async (file: FileToImport, isConfirmed = false): Promise<Tried> => {
      const body = { version, checkOnly: false, ...confirmedAs(isConfirmed), ...file };
      return settle(await ask(() => bringIn(parts, name, body)));
    },
  };
};
export type OpenSetupList = ReturnType<typeof useSetupList>;
