import { useState } from 'react';
import { newMessageId } from '@warmline/client';
import { commonWords } from '../i18n/common-words';
import { outcomeWords } from '../i18n/outcome-words';
import { useClient } from '../live/live-provider';

/** Asks colleagues whether they can take one more, and says why when they could not be asked. */
export const useAskSurge = () => {
  const client = useClient();
  const [isBusy, setBusy] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  const ask = async (): Promise<void> => {
    setBusy(true);
    const outcome = await client.views.help.showAnswer(client.send('surge:ask', { askId: newMessageId() }));
    setBusy(false);
    setAsked(outcome.kind === 'done');
    const isTooSoon = outcome.kind === 'refused' && outcome.refusal === 'too_fast';
    setMistake(outcome.kind === 'done' ? null : isTooSoon ? commonWords.askedTooSoon : outcomeWords(outcome));
  };
  return { isBusy, isAsked, mistake, ask };
};
