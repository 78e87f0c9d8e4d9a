import { v7 as uuid } from 'uuid';
import type { ConversationId } from '@warmline/kernel';
import type { FloodEvent } from '@warmline/routing';
import type { FactContext, FactFixture } from './fact-fixture';

const proposal = ({ scene: { service }, person: { id: by } }: FactContext) =>
  ({ service, flood: uuid(), by }) as const;

/** A proposal of this person with one waiting chat. */
const proposed = async (context: FactContext, asksProof = false) => {
  const { scene } = context;
  const [about, conversation] = [proposal(context), await scene.waiting()];
  await scene.work.inTransaction(async (stores) => {
    const fact = { type: 'flood_proposed', ...about, count: 1, at: await stores.now() } as const;
    await stores.floods.propose(fact, { crowd: uuid(), chats: [{ conversation, ticked: false }], asksProof });
  });
  return { about, conversation };
};

/** Another supervisor has confirmed it, and both want a proof from new chats there. */
const confirmed = async (context: FactContext) => {
  const made = await proposed(context, true);
  const { id: by } = await context.scene.person({ role: 'supervisor' });
  await context.scene.work.inTransaction(async (stores) => {
    const at = await stores.now();
    await stores.floods.confirm({ type: 'flood_confirmed', ...made.about, by, count: 1, at });
  });
  return made;
};

const setAside = async (context: FactContext) => {
  const made = await proposed(context);
  await context.scene.work.inTransaction(async (stores) => {
    const fact = { type: 'chat_set_aside', ...made.about, conversation: made.conversation } as const;
    await stores.floods.setAside([{ ...fact, at: await stores.now() }], []);
  });
  return made;
};

export const floodFixtures: Record<FloodEvent['type'], FactFixture> = {
  flood_proposed: async (context) => {
    const chats: { conversation: ConversationId; ticked: boolean }[] = [
      { conversation: await context.scene.waiting(), ticked: true },
    ];
    return async (stores) => {
      const fact = {
        type: 'flood_proposed',
        ...proposal(context),
        count: 1,
        at: await stores.now(),
      } as const;
      await stores.floods.propose(fact, { crowd: uuid(), chats });
    };
  },
  flood_confirmed: async (context) => {
    const { about } = await proposed(context);
    const { id: by } = await context.scene.person({ role: 'supervisor' });
    return async (stores) =>
      stores.floods.confirm({ type: 'flood_confirmed', ...about, by, count: 1, at: await stores.now() });
  },
  proof_asked: async (context) => {
    const { about } = await confirmed(context);
    return async (stores) => {
      const at = await stores.now();
      await stores.floods.askProof({ type: 'proof_asked', ...about, at, until: at });
    };
  },
  proof_stopped: async (context) => {
    const { about } = await confirmed(context);
    return async (stores) =>
      stores.floods.stopProof({ type: 'proof_stopped', ...about, at: await stores.now() });
  },
  flood_closed: async (context) => {
    const { about } = await proposed(context);
    return async (stores) =>
      stores.floods.close({
        type: 'flood_closed',
        ...about,
        outcome: 'withdrawn',
        count: 0,
        at: await stores.now(),
      });
  },
  chat_set_aside: async (context) => {
    const { about, conversation } = await proposed(context);
    return async (stores) =>
      stores.floods.setAside(
        [{ type: 'chat_set_aside', ...about, conversation, at: await stores.now() }],
        [],
      );
  },
  chat_brought_back: async (context) => {
    const { about, conversation } = await setAside(context);
    return async (stores) =>
      stores.floods.bringBack([
        { type: 'chat_brought_back', ...about, conversation, at: await stores.now() },
      ]);
  },
};
