import { useCallback, useState } from 'react';
import type { ReadingPurpose } from '@warmline/vocabulary';
import { useClient } from '../../shared/live/live-provider';
import { NotRead, readRecord, type WholeRecord } from './read-record';

/** Opens one conversation of the past, once its reader has said why. The server records that before it answers. */
export const usePastRecord = (conversationId: string) => {
  const client = useClient();
  const [record, setRecord] = useState<WholeRecord | null>(null);
  const [mistake, setMistake] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const open = useCallback(
    async (purpose: ReadingPurpose): Promise<void> => {
      setBusy(true);
      setMistake(null);
      try {
        setRecord(await readRecord(client, { conversationId, purpose }));
      } catch (error) {
        if (!(error instanceof NotRead)) throw error;
        setMistake(error.message);
      } finally {
        setBusy(false);
      }
    },
    [client, conversationId],
  );
  return { record, mistake, isBusy, open };
};
