import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { HelpCall } from '@warmline/contracts';
import { outcomeWords } from '../../shared/i18n/outcome-words';
import { useClient, useLive } from '../../shared/live/live-provider';
import { helpWords } from './help-words';

/** "I'm coming", and what became of it: the conversation opens for the first, the others are told who it is. */
export const useComing = () => {
  const client = useClient();
  const navigate = useNavigate();
  const me = useLive(({ desk }) => desk?.me.id ?? null);
  const [told, setTold] = useState<string | null>(null);
  const open = async (conversationId: string): Promise<void> => {
    await navigate({ to: '/now' });
    await client.observing.observe(conversationId);
  };
  const come = async ({ id, calledBy }: HelpCall): Promise<void> => {
    setTold(null);
    const outcome = await client.send('help:answer', { callId: id });
    if (outcome.kind !== 'done') return setTold(outcomeWords(outcome));
    const { answeredBy, conversationId } = outcome.value;
    if (answeredBy.id !== me) return setTold(helpWords.taken(answeredBy.name, calledBy.name));
    if (conversationId === null) return setTold(helpWords.reach(calledBy.name));
    await open(conversationId);
  };
  return { told, tell: setTold, forget: () => setTold(null), come, open };
};
