import { useEffect, useRef } from 'preact/hooks';
import type { Entry } from '@warmline/contracts';
import { usePage } from './page-context';

/** Reads out the newest message of the other side as it arrives; what was there when the thread came up is not read. */
export const useNewWords = (entries: readonly Entry[], isComplete: boolean): void => {
  const { announcer } = usePage();
  const heardUpTo = useRef<number | null>(null);
  useEffect(() => {
    if (!isComplete) return;
    const from = heardUpTo.current;
    heardUpTo.current = entries.length;
    if (from === null) return;
    const newest = entries
      .slice(from)
      .filter((entry) => entry.kind === 'message' && entry.from === 'responder')
      .at(-1);
    if (newest?.kind === 'message') announcer.say(`${newest.name}: ${newest.body}`);
  }, [entries, isComplete, announcer]);
};
