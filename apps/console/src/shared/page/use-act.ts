import { useState } from 'react';
import type { Outcome } from '@warmline/client';
import { outcomeWords } from '../i18n/outcome-words';

/** One act at a time: whether it is under way, and why the last one did not plainly succeed. */
export const useAct = () => {
  const [isBusy, setBusy] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  const act = async (ask: () => Promise<Outcome<unknown>>): Promise<boolean> => {
    setBusy(true);
    setMistake(null);
    const outcome = await ask();
    setBusy(false);
    if (outcome.kind === 'done') return true;
    setMistake(outcomeWords(outcome));
    return false;
  };
  return { isBusy, mistake, act, forget: () => setMistake(null) };
};
