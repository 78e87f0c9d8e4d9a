import { useCallback, useEffect, useState } from 'react';
import type { Outcome } from '@warmline/client';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import { useClient, useLive } from '../../shared/live/live-provider';
import type { StaffClient } from '../../shared/live/staff-client';

/** What a page asked for, and how it is asked again. */
export interface Answer<Value> {
  /** The newest answer; null before the first. It stays while a later one fails. */
  readonly value: Value | null;
  /** Why the last try failed; null where it did not. */
  readonly mistake: string | null;
  readonly ask: () => Promise<void>;
}

/** Asks when the page opens and when the connection is back. `send` stays the same function while it asks for the same thing. */
export const useAnswer = <Value>(send: (client: StaffClient) => Promise<Outcome<Value>>): Answer<Value> => {
  const client = useClient();
  const isOnline = useLive(({ connection }) => connection.name === 'online');
  const [value, setValue] = useState<Value | null>(null);
  const [mistake, setMistake] = useState<string | null>(null);
  const ask = useCallback(async (): Promise<void> => {
    const outcome = await send(client);
    setMistake(outcome.kind === 'done' ? null : outcomeWords(outcome));
    if (outcome.kind === 'done') setValue(outcome.value);
  }, [client, send]);
  useEffect(() => {
    if (isOnline) void ask();
  }, [ask, isOnline]);
  return { value, mistake, ask };
};
