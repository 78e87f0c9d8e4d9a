import { callOff } from '@warmline/handover';
import type { ConversationId, Instant, StaffId } from '@warmline/kernel';
import type { Stores } from '@warmline/postgres';

/** Ends the open handover of a conversation that has ended, or that another person holds now. */
export const callOffHandover = async (
  stores: Stores,
  conversation: ConversationId,
  how: {
    readonly reason: 'conversation_ended' | 'taken_over';
    readonly by: StaffId | 'visitor' | null;
    readonly at: Instant;
  },
): Promise<void> => {
  const open = await stores.handovers.findOpenFor(conversation);
  const facts = open === null ? [] : callOff(open, how).events;
  for (const fact of facts) if (fact.type !== 'handover_proposed') await stores.handovers.saveStep(fact);
};
