import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { ConversationEvent } from '@warmline/conversation';
import { conversationId } from '@warmline/kernel';
import { about, type FactFixture, type FactContext } from './fact-fixture';

const A_WRAP_UP = { wrapUpSealed: null, contactKind: 'conversation', topics: [], outcome: 'calmer' };

/** Of a conversation they hold: the facts that name them and their epoch. */
const ofHolding = async (context: FactContext) => {
  const { conversation, staff, epoch } = await context.scene.held(context.person.id);
  return { ...about(context, conversation), staff, epoch };
};
const ofReader = async (context: FactContext) => ({
  ...about(context, await context.scene.waiting()),
  staff: context.person.id,
});

export const conversationFixtures: Record<ConversationEvent['type'], FactFixture> = {
  conversation_started: async (context) => {
    const [conversation, startId] = [conversationId(uuid()), uuid()];
    return async (stores) =>
      stores.conversations.start(
        { type: 'conversation_started', ...about(context, conversation), band: 2, at: await stores.now() },
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
  holding_began: async (context) => {
    const fact = { type: 'holding_began', ...(await ofReader(context)), epoch: 1 } as const;
    return async (stores) => stores.holdings.begin({ ...fact, at: await stores.now() });
  },
  holding_passed: async (context) => {
    const to = (await context.scene.person()).id;
    const fact = { type: 'holding_passed', ...(await ofHolding(context)), to, reason: 'quality' } as const;
    return async (stores) => stores.holdings.pass({ ...fact, at: await stores.now() }, { isTold: true });
  },
  holding_lost: async (context) => {
    const fact = { type: 'holding_lost', ...(await ofHolding(context)), band: 2 } as const;
    return async (stores) => stores.holdings.lose({ ...fact, at: await stores.now() });
  },
  visitor_left_quickly: async (context) => {
    const { service, conversation } = await ofHolding(context);
    return async (stores) =>
      stores.conversations.leaveQuickly({
        type: 'visitor_left_quickly',
        service,
        conversation,
        at: await stores.now(),
      });
  },
  safety_answer_set: async (context) => {
    const { staff: by, ...held } = await ofHolding(context);
    const answers = { from: 'did_not_say', to: 'not_safe_now', reason: null } as const;
    const { service, conversation } = held;
    return async (stores) =>
      stores.conversations.setSafetyAnswer({
        type: 'safety_answer_set',
        service,
        conversation,
        ...answers,
        by,
        role: 'responder',
        at: await stores.now(),
      });
  },
  silence_asked: async (context) => {
    const { service, conversation } = await ofHolding(context);
    const fact = { type: 'silence_asked', service, conversation, number: 1 } as const;
    return async (stores) => stores.clocks.ask({ ...fact, at: await stores.now() });
  },
  silence_answered: async (context) => {
    const { service, conversation } = await ofHolding(context);
    const fact = { type: 'silence_answered', service, conversation, answer: 'more_time' } as const;
    return async (stores) => stores.clocks.answer({ ...fact, at: await stores.now() }, 600_000);
  },
  time_told: async (context) => {
    const { service, conversation } = await ofHolding(context);
    const fact = { type: 'time_told', service, conversation, minutes: 15 } as const;
    return async (stores) => stores.clocks.tellTime({ ...fact, at: await stores.now() });
  },
  conversation_extended: async (context) => {
    const fact = { type: 'conversation_extended', ...(await ofHolding(context)), number: 1 } as const;
    return async (stores) => stores.clocks.extend({ ...fact, at: await stores.now() });
  },
  conversation_ended: async (context) => {
    const { staff: by, ...held } = await ofHolding(context);
    return async (stores) => {
      const at = await stores.now();
      const fact = { type: 'conversation_ended', ...held, by, reason: 'went_quiet', at } as const;
      await stores.holdings.close(fact);
      await stores.conversations.end(fact, { asksAfter: false });
    };
  },
  after_chat_answered: async (context) => {
    const { service, conversation } = await ofHolding(context);
    await context.scene.ended(conversation);
    const fact = { type: 'after_chat_answered', service, conversation } as const;
    const answer = { id: uuid(), feeling: 'better', listened: 'yes', wordsSealed: randomBytes(40) } as const;
    return async (stores) => stores.afterChat.answer({ ...fact, at: await stores.now() }, answer);
  },
  wrapped_up: async (context) => {
    const fact = { type: 'wrapped_up', ...(await ofHolding(context)) } as const;
    await context.scene.ended(fact.conversation);
    return async (stores) => stores.holdings.wrapUp({ ...fact, at: await stores.now() }, A_WRAP_UP);
  },
  conversation_read: async (context) => {
    const fact = { type: 'conversation_read', ...(await ofReader(context)) } as const;
    return async (stores) => stores.observations.recordRead({ ...fact, at: await stores.now() });
  },
  observation_began: async (context) => {
    const fact = { type: 'observation_began', ...(await ofReader(context)) } as const;
    const made = { id: uuid(), session: context.session };
    return async (stores) => stores.observations.beginObservation({ ...fact, at: await stores.now() }, made);
  },
  observation_ended: async (context) => {
    const read = await ofReader(context);
    const made = { id: uuid(), session: context.session };
    await context.scene.work.inTransaction(async (stores) =>
      stores.observations.beginObservation(
        { type: 'observation_began', ...read, at: await stores.now() },
        made,
      ),
    );
    return async (stores) =>
      stores.observations.endObservation({ type: 'observation_ended', ...read, at: await stores.now() });
  },
  supervisor_joined: async (context) => {
    const fact = { type: 'supervisor_joined', ...(await ofReader(context)) } as const;
    return async (stores) => stores.observations.joinOpenly({ ...fact, at: await stores.now() });
  },
  supervisor_left: async (context) => {
    const fact = { type: 'supervisor_left', ...(await ofReader(context)) } as const;
    return async (stores) => stores.observations.leaveOpenly({ ...fact, at: await stores.now() });
  },
  note_added: async (context) => {
    const fact = { type: 'note_added', ...(await ofReader(context)), note: uuid() } as const;
    return async (stores) => {
      await stores.beside.addNote({ ...fact, at: await stores.now() }, randomBytes(40));
    };
  },
  private_word_said: async (context) => {
    const fact = { type: 'private_word_said', ...(await ofHolding(context)), word: uuid() } as const;
    return async (stores) => {
      await stores.beside.sayPrivately({ ...fact, at: await stores.now() }, randomBytes(40));
    };
  },
};
