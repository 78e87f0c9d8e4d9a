import { useEffect } from 'react';
import type { BesideState } from './beside-client';
import { useClient, useLive } from './live-provider';

/** What the team writes beside a conversation, for as long as it is on screen; null until it is known. */
export const useBeside = (conversationId: string): BesideState | null => {
  const client = useClient();
  useEffect(() => client.beside.follow(conversationId), [client, conversationId]);
  return useLive((live) => live.besides[conversationId] ?? null);
};
