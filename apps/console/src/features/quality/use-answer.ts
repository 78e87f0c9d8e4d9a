import { useCallback, useEffect, useState } from 'react';
import type { Outcome } from '@warmline/client';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import { useClient, useLive } from '../../shared/live/live-provider';
import type { StaffClient } from '../../shared/live/staff-client';
import { useParts } from '../../shared/page/parts';

/** What a page asked for, and how it is asked again. */
export interface Answer<Value> {
  /** The newest answer; null before the first. It stays while a later one fails. */
  readonly value: Value | null;
  /** Why the last try failed; null where it did not. */
  readonly mistake: string | null;
  readonly ask: () => Promise<void>;
}

/** Lists change a few times an hour: so often (ms) one that is open is read again. */
export const LIST_EVERY = 30_000;

/**
 * Asks when the page opens and when the connection is back, and every `every` ms where that is given.
 * `send` stays the same function while it asks for the same thing.
 */
export const useAnswer = <Value>(
  send: (client: StaffClient) => Promise<Outcome<Value>>,
  every: number | null = null,
): Answer<Value> => {
  const client = useClient();
  const { clock } = useParts();
  const isOnline = useLive(({ connection }) => connection.name === 'online');
  const [value, setValue] = useState<Value | null>(null);
  const [mistake, setMistake] = useState<string | null>(null);
  const ask = useCallback(async (): Promise<void> => {
    const outcome = await send(client);
    setMistake(outcome.kind === 'done' ? null : outcomeWords(outcome));
    if (outcome.kind === 'done') setValue(outcome.value);
  }, [client, send]);
  useEffect(() => {
    if (!isOnline) return;
    let cancel = (): void => {};
    const askOn = (): void => {
      void ask();
      if (every !== null) cancel = clock.after(every, askOn);
    };
    askOn();
    return () => cancel();
  }, [ask, isOnline, clock, every]);
  return { value, mistake, ask };
};
