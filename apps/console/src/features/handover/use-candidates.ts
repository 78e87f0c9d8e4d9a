import { useEffect, useState } from 'react';
import type { HandoverCandidates } from '@warmline/contracts';
import { useClient, useLive } from '../../shared/live/live-provider';
import { useParts } from '../../shared/page/parts';

const LOOK_AGAIN_MS = 5_000;

/** Who could be asked now, read again while it is on screen. `failed` only where nothing was ever read. */
export const useCandidates = (conversationId: string): HandoverCandidates | 'looking' | 'failed' => {
  const client = useClient();
  const { clock } = useParts();
  const isOnline = useLive((live) => live.connection.name === 'online');
  const [found, setFound] = useState<HandoverCandidates | 'looking' | 'failed'>('looking');
  useEffect(() => {
    if (!isOnline) return;
    let isOver = false;
    let cancel = (): void => {};
    const look = async (): Promise<void> => {
      const outcome = await client.send('handover:candidates', { conversationId });
      if (isOver) return;
      if (outcome.kind === 'done') setFound(outcome.value);
      else setFound((before) => (before === 'looking' ? 'failed' : before));
      cancel = clock.after(LOOK_AGAIN_MS, () => void look());
    };
    void look();
    return () => {
      isOver = true;
      cancel();
    };
  }, [client, clock, isOnline, conversationId]);
  return found;
};
