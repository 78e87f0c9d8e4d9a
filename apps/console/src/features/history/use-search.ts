import { useCallback, useRef, useState } from 'react';
import type { FoundWords } from '@warmline/contracts';
import type { ReadingPurpose } from '@warmline/vocabulary';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import { useClient } from '../../shared/live/live-provider';

/** Conversations of one search, at most. */
export const SEARCH_MOST = 200;

export interface Search {
  readonly words: string;
  readonly purpose: ReadingPurpose;
  readonly conversations: readonly string[];
}

export interface SearchState {
  readonly read: number;
  readonly of: number;
  readonly isOver: boolean;
  readonly found: readonly ({ readonly conversationId: string } & FoundWords)[];
  /** Why it stopped before its end; null where it did not. */
  readonly mistake: string | null;
}

/** Opens conversations one after another and looks for words in each. The server records each before it opens it. */
export const useSearch = () => {
  const client = useClient();
  const [state, setState] = useState<SearchState | null>(null);
  const isWanted = useRef(false);
  const search = useCallback(
    async ({ words, purpose, conversations }: Search): Promise<void> => {
      isWanted.current = true;
      let now: SearchState = { read: 0, of: conversations.length, isOver: false, found: [], mistake: null };
      const show = (part: Partial<SearchState>): void => setState((now = { ...now, ...part }));
      show({});
      for (const conversationId of conversations) {
        if (!isWanted.current) break;
        const outcome = await client.send('history:search', { conversationId, purpose, words });
        if (outcome.kind !== 'done') {
          show({ mistake: outcomeWords(outcome) });
          break;
        }
        const isThere = outcome.value.total > 0;
        show({
          read: now.read + 1,
          found: isThere ? [...now.found, { conversationId, ...outcome.value }] : now.found,
        });
      }
      show({ isOver: true });
    },
    [client],
  );
  return {
    state,
    search,
    stop: () => {
      isWanted.current = false;
    },
  };
};
