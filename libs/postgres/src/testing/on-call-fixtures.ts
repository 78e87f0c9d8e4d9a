import { v7 as uuid } from 'uuid';
import type { OnCallEvent } from '@warmline/help';
import { about, type FactContext, type FactFixture } from './fact-fixture';

const CONTACT = { label: 'Duty', addressSealed: Buffer.from('sealed'), secretSealed: null };

/** A contact that this person has added. */
const added = async ({ scene, person: { id: by } }: FactContext) => {
  const fact = { service: scene.service, contact: uuid() } as const;
  await scene.work.inTransaction(async (stores) =>
    stores.onCall.add({ type: 'on_call_added', ...fact, by, kind: 'email', at: await stores.now() }, CONTACT),
  );
  return fact;
};

/** A visitor in danger who waits. */
const inDanger = async (context: FactContext) => {
  const conversation = await context.scene.waiting();
  await context.scene.database.sql(`update conversation set safety_answer = 'not_safe_now' where id = $1`, [
    conversation,
  ]);
  return about(context, conversation);
};

export const onCallFixtures: Record<OnCallEvent['type'], FactFixture> = {
  on_call_added: ({ scene: { service }, person: { id: by } }) =>
    Promise.resolve(async (stores) => {
      const fact = { type: 'on_call_added', service, contact: uuid(), by, kind: 'email' } as const;
      await stores.onCall.add({ ...fact, at: await stores.now() }, CONTACT);
    }),
  on_call_removed: async (context) => {
    const fact = { type: 'on_call_removed', ...(await added(context)), by: context.person.id } as const;
    return async (stores) => {
      if (!(await stores.onCall.remove({ ...fact, at: await stores.now() }))) throw new Error('it was there');
    };
  },
  on_call_told: async (context) => {
    const { service, contact } = await added(context);
    const id = uuid();
    const because = 'danger';
    await context.scene.work.inTransaction(async (stores) =>
      stores.onCall.makeMessage({ id, service, contact, because, at: await stores.now() }),
    );
    return async (stores) => {
      const message = await stores.onCall.claim(id, 60_000);
      if (message === null) throw new Error('it is due');
      const told = { type: 'on_call_told', service, contact, because, result: 'sent', tries: 1 } as const;
      await stores.onCall.finish(message, { ...told, at: await stores.now() });
    };
  },
  danger_heard: async (context) => {
    const { service, conversation } = await inDanger(context);
    const heardBy = { service, staff: context.person.id };
    return async (stores) => stores.onCall.saveHeard(heardBy, [conversation], await stores.now());
  },
  danger_unheard: async (context) => {
    const fact = await inDanger(context);
    return async (stores) =>
      stores.onCall.saveUnheard({ type: 'danger_unheard', ...fact, at: await stores.now() });
  },
};
