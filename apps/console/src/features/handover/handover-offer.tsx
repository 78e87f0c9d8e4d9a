import { useState } from 'react';
import type { Handover } from '@warmline/contracts';
import { selectConversation } from '../../shared/desk/desk-view';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import { useClient } from '../../shared/live/live-provider';
import { setHidden } from '../../shared/page/privacy';
import { useShortcuts } from '../../shared/shortcuts/use-shortcuts';
import { HandoverOfferCard } from './handover-offer-card';

/** Answering a handover: accepting opens the conversation, to be read. */
export const HandoverOffer = ({ handover }: { readonly handover: Handover }) => {
  const client = useClient();
  const [busy, setBusy] = useState<'accepting' | 'declining' | null>(null);
  const [mistake, setMistake] = useState<string | null>(null);
  const answer = async (how: 'accepting' | 'declining'): Promise<void> => {
    if (busy !== null) return;
    setBusy(how);
    setMistake(null);
    const outcome = await (how === 'accepting'
      ? client.send('handover:accept', { handoverId: handover.id })
      : client.send('handover:decline', { handoverId: handover.id }));
    setBusy(null);
    if (outcome.kind !== 'done') setMistake(outcomeWords(outcome));
    else if (how === 'accepting') {
      setHidden(false);
      selectConversation(handover.conversationId);
    }
  };
  const accept = (): void => void answer('accepting');
  const decline = (): void => void answer('declining');
  useShortcuts({ accept, decline });
  return (
    <HandoverOfferCard
      handover={handover}
      busy={busy}
      mistake={mistake}
      onAccept={accept}
      onDecline={decline}
    />
  );
};
