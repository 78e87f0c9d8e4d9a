import { useCallback, useEffect, useState } from 'react';
import type { HistoryPlace, OwnReaders } from '@warmline/contracts';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import { useClient, useLive } from '../../shared/live/live-provider';

const joined = (shown: OwnReaders | null, page: OwnReaders): OwnReaders => ({
  conversations: [...(shown?.conversations ?? []), ...page.conversations],
  next: page.next,
});

/** The first page when the screen opens and when the connection is back; earlier ones when they are asked for. */
export const useOwnReaders = () => {
  const client = useClient();
  const isOnline = useLive(({ connection }) => connection.name === 'online');
  const [shown, setShown] = useState<OwnReaders | null>(null);
  const [mistake, setMistake] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const load = useCallback(
    async (before: HistoryPlace | null): Promise<void> => {
      setBusy(true);
      const outcome = await client.send('readers:list', { before });
      setBusy(false);
      setMistake(outcome.kind === 'done' ? null : outcomeWords(outcome));
      if (outcome.kind === 'done')
        setShown((now) => (before === null ? outcome.value : joined(now, outcome.value)));
    },
    [client],
  );
  useEffect(() => {
    if (isOnline) void load(null);
  }, [isOnline, load]);
  return { shown, mistake, isBusy, load };
};
