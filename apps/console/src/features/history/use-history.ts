import { useCallback, useEffect, useState } from 'react';
import type { HistoryList, HistoryPlace } from '@warmline/contracts';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import { useClient, useLive } from '../../shared/live/live-provider';
import { filterOf, type HistoryChoice } from './history-filter';

const joined = (shown: HistoryList | null, page: HistoryList): HistoryList => ({
  ...page,
  conversations: [...(shown?.conversations ?? []), ...page.conversations],
});

/** The first page for a filter, when it is chosen and when the connection is back; earlier ones when they are asked for. */
export const useHistory = (choice: HistoryChoice) => {
  const { responder, safety, ended, outcome, topic, from, until } = choice;
  const client = useClient();
  const isOnline = useLive(({ connection }) => connection.name === 'online');
  const [shown, setShown] = useState<HistoryList | null>(null);
  const [mistake, setMistake] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const ask = useCallback(
    (before: HistoryPlace | null) =>
      client.send('history:list', {
        before,
        filter: filterOf({ responder, safety, ended, outcome, topic, from, until }),
      }),
    [client, responder, safety, ended, outcome, topic, from, until],
  );
  const settle = useCallback((outcome: Awaited<ReturnType<typeof ask>>, isFirst: boolean): void => {
    setBusy(false);
    setMistake(outcome.kind === 'done' ? null : outcomeWords(outcome));
    if (outcome.kind === 'done') setShown((now) => joined(isFirst ? null : now, outcome.value));
  }, []);
  const load = useCallback(
    async (before: HistoryPlace | null): Promise<void> => {
      setBusy(true);
      settle(await ask(before), before === null);
    },
    [ask, settle],
  );
  useEffect(() => {
    if (!isOnline) return undefined;
    // The answer for a filter that is no longer chosen must not replace the newer one.
    let isWanted = true;
    setBusy(true);
    void ask(null).then((outcome) => {
      if (isWanted) settle(outcome, true);
    });
    return () => {
      isWanted = false;
    };
  }, [isOnline, ask, settle]);
  return { shown, mistake, isBusy, load };
};
