import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { ConversationEvent } from '@warmline/conversation';
import { conversationId } from '@warmline/kernel';
import { about, type Saving, type There } from './saving';

const A_WRAP_UP = { wrapUpSealed: null, contactKind: 'conversation', topics: [], outcome: 'calmer' };

/** Of a conversation they hold: the facts that name them and their epoch. */
const ofHolding = async (there: There) => {
  const { conversation, staff, epoch } = await there.scene.held(there.person.id);
  return { ...about(there, conversation), staff, epoch };
};
const ofReader = async (there: There) => ({
  ...about(there, await there.scene.waiting()),
  staff: there.person.id,
});

export const conversationSavings: Record<ConversationEvent['type'], Saving> = {
  conversation_started: async (there) => {
    const [conversation, startId] = [conversationId(uuid()), uuid()];
    return async (stores) =>
      stores.conversations.start(
        { type: 'conversation_started', ...about(there, conversation), band: 2, at: await stores.now() },
        {
          startId,
          tokenHash: randomBytes(32),
          language: 'en',
          nameSealed: null,
          dekWrapped: randomBytes(61),
          kekDay: '2099-01-01',
        },
      );
  },
  holding_began: async (there) => {
    const fact = { type: 'holding_began', ...(await ofReader(there)), epoch: 1 } as const;
    return async (stores) => stores.holdings.begin({ ...fact, at: await stores.now() });
  },
  holding_passed: async (there) => {
    const to = (await there.scene.person()).id;
    const fact = { type: 'holding_passed', ...(await ofHolding(there)), to, reason: 'quality' } as const;
    return async (stores) => stores.holdings.pass({ ...fact, at: await stores.now() }, { isTold: true });
  },
  holding_lost: async (there) => {
    const fact = { type: 'holding_lost', ...(await ofHolding(there)), band: 2 } as const;
    return async (stores) => stores.holdings.lose({ ...fact, at: await stores.now() });
  },
  visitor_left_quickly: async (there) => {
    const { service, conversation } = await ofHolding(there);
    return async (stores) =>
      stores.conversations.leaveQuickly({
        type: 'visitor_left_quickly',
        service,
        conversation,
        at: await stores.now(),
      });
  },
  conversation_ended: async (there) => {
    const { staff: by, ...held } = await ofHolding(there);
    return async (stores) => {
      const at = await stores.now();
      const fact = { type: 'conversation_ended', ...held, by, reason: 'went_quiet', at } as const;
      await stores.holdings.close(fact);
      await stores.conversations.end(fact);
    };
  },
  wrapped_up: async (there) => {
    const fact = { type: 'wrapped_up', ...(await ofHolding(there)) } as const;
    await there.scene.ended(fact.conversation);
    return async (stores) => stores.holdings.wrapUp({ ...fact, at: await stores.now() }, A_WRAP_UP);
  },
  conversation_read: async (there) => {
    const fact = { type: 'conversation_read', ...(await ofReader(there)) } as const;
    return async (stores) => stores.observations.recordRead({ ...fact, at: await stores.now() });
  },
  observation_began: async (there) => {
    const fact = { type: 'observation_began', ...(await ofReader(there)) } as const;
    const made = { id: uuid(), session: there.session };
    return async (stores) => stores.observations.beginObservation({ ...fact, at: await stores.now() }, made);
  },
  observation_ended: async (there) => {
    const read = await ofReader(there);
    const made = { id: uuid(), session: there.session };
    await there.scene.work.inTransaction(async (stores) =>
      stores.observations.beginObservation(
        { type: 'observation_began', ...read, at: await stores.now() },
        made,
      ),
    );
    return async (stores) =>
      stores.observations.endObservation({ type: 'observation_ended', ...read, at: await stores.now() });
  },
};
