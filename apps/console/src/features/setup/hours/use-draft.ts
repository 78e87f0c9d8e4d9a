import { useState } from 'react';
import type { SetupRow } from '@warmline/contracts';
import { setupWords } from '../setup-words';
import type { OpenSetupList, Tried } from '../use-list';

/** A list under edit as a whole: a draft over what is stored, kept until it is saved or discarded. */
export const useDraft = <Draft>(
  inUse: OpenSetupList,
  stored: Draft,
  { rowsOf, outdated }: { readonly rowsOf: (draft: Draft) => readonly SetupRow[]; readonly outdated: string },
) => {
  const [own, setOwn] = useState<Draft | null>(null);
  const [tried, setTried] = useState<Tried | null>(null);
  const [isBusy, setBusy] = useState(false);
  const draft = own ?? stored;
  return {
    draft,
    isChanged: own !== null,
    isBusy,
    isSaved: tried?.isSaved === true && own === null,
    problems: tried?.problems ?? [],
    mistake: tried?.mistake === setupWords.outdated ? outdated : (tried?.mistake ?? null),
    change: (next: Draft): void => {
      setOwn(next);
      setTried(null);
    },
    discard: (): void => {
      setOwn(null);
      setTried(null);
    },
    /** Takes the last save back. */
    undo: async (): Promise<void> => {
      setBusy(true);
      const came = await inUse.undo();
      setBusy(false);
      setTried(came.isSaved ? null : came);
    },
    save: async (): Promise<boolean> => {
      setBusy(true);
      const came = await inUse.save(rowsOf(draft));
      setBusy(false);
      setTried(came);
      if (came.isSaved) setOwn(null);
      return came.isSaved;
    },
  };
};

/** What saving and discarding needs of a draft, whatever is drafted. */
export type DraftInUse = Omit<ReturnType<typeof useDraft>, 'draft' | 'change'>;
