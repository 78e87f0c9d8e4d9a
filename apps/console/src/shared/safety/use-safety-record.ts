import { useEffect, useState } from 'react';
import type { Safety, SafetyRecord } from '@warmline/contracts';
import { outcomeWords } from '../i18n/outcome-words';
import { useClient, useLive } from '../live/live-provider';

/** What changes when something was added to a record, or its step. */
type Version = Pick<Safety, 'entries' | 'stepAt'>;

export interface ShownRecord {
  /** Null until it was read. */
  readonly record: SafetyRecord | null;
  /** Why it could not be read; null while it could. */
  readonly mistake: string | null;
  /** The conversation has ended: what was read stays, and the rest is opened from History. */
  readonly isOver: boolean;
}

/** The safety record of a conversation, read again whenever it has grown, and when the connection is back. */
export const useSafetyRecord = (conversationId: string, safety: Version | null): ShownRecord => {
  const client = useClient();
  const isOnline = useLive(({ connection }) => connection.name === 'online');
  const record = useLive((live) => live.safetyRecords[conversationId] ?? null);
  const [mistake, setMistake] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);
  const { entries, stepAt } = safety ?? {};
  useEffect(() => {
    if (!isOnline) return;
    void client.safety.open(conversationId).then((outcome) => {
      const hasEnded = outcome.kind === 'refused' && outcome.refusal === 'conversation_ended';
      setOver(hasEnded);
      setMistake(outcome.kind === 'done' || hasEnded ? null : outcomeWords(outcome));
    });
  }, [client, conversationId, isOnline, entries, stepAt]);
  return { record, mistake, isOver };
};
