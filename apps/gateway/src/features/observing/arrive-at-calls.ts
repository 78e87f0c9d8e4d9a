import { arrive, type Asking } from '@warmline/help';
import type { ConversationId } from '@warmline/kernel';
import type { Stores } from '@warmline/postgres';

/** A supervisor reads along: whoever called for help there is not alone any more. */
export const arriveAtCalls = async (
  stores: Stores,
  conversation: ConversationId,
  asking: Asking,
): Promise<void> => {
  for (const call of await stores.help.lockOpenAbout(conversation)) {
    const decision = arrive(call, asking);
    for (const fact of decision.accepted ? decision.events : []) await stores.help.saveStep(fact);
  }
};
