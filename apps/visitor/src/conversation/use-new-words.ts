import { useEffect, useRef } from 'preact/hooks';
import type { Entry } from '@warmline/contracts';
import { usePage } from '../page/page-context';

/**
 * Reads out the other side's newest message as it arrives, and who joined or left. What was there when the thread opened
 * is not read. `texts`: the events' words, by number.
 */
export const useNewWords = (
  entries: readonly Entry[],
  texts: ReadonlyMap<number, string>,
  isComplete: boolean,
): void => {
  const { announcer } = usePage();
  const heardUpTo = useRef<number | null>(null);
  useEffect(() => {
    if (!isComplete) return;
    const from = heardUpTo.current;
    heardUpTo.current = entries.length;
    if (from === null) return;
    const fresh = entries.slice(from);
    const newest = fresh.filter((entry) => entry.kind === 'message' && entry.from === 'responder').at(-1);
    const told = fresh.flatMap(({ seq }) => texts.get(seq) ?? []);
    if (newest?.kind === 'message') told.push(`${newest.name}: ${newest.body}`);
    if (told.length > 0) announcer.say(told.join(' '));
  }, [entries, texts, isComplete, announcer]);
};
