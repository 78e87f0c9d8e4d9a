import { v7 as uuid } from 'uuid';
import type { ComplaintEvent, SurgeEvent, HelpEvent } from '@warmline/help';
import { helpCallId } from '@warmline/kernel';
import { complaintFixtures } from './complaint-fixtures';
import { about, type FactFixture, type FactContext } from './fact-fixture';

/** A call of this person about something they hold. */
const aCall = async (context: FactContext) => {
  const { scene, person } = context;
  const { conversation } = await scene.held(person.id);
  const call = helpCallId(uuid());
  return { ...about(context, conversation), staff: person.id, call } as const;
};

const called = async (context: FactContext) => {
  const fact = await aCall(context);
  await context.scene.work.inTransaction(async (stores) =>
    stores.help.makeCall({
      type: 'help_called',
      ...fact,
      urgency: 'normal',
      because: 'pressed',
      at: await stores.now(),
    }),
  );
  return fact;
};

const answered = async (context: FactContext) => {
  const fact = { ...(await called(context)), by: (await context.scene.person({ role: 'supervisor' })).id };
  await context.scene.work.inTransaction(async (stores) =>
    stores.help.saveStep({ type: 'help_answered', ...fact, at: await stores.now() }),
  );
  return fact;
};

const must = async (saved: Promise<boolean>): Promise<void> => {
  if (!(await saved)) throw new Error('too late to be saved');
};

export const helpFixtures: Record<(HelpEvent | SurgeEvent | ComplaintEvent)['type'], FactFixture> = {
  ...complaintFixtures,
  everyone_asked: ({ scene: { service }, person: { id: by } }) =>
    Promise.resolve(async (stores) => {
      const asked = { type: 'everyone_asked', service, asked: uuid(), by } as const;
      await stores.surgeRequests.makeRequest({ ...asked, at: await stores.now() });
    }),
  everyone_answered: async ({ scene, person: { id: staff } }) => {
    const { service } = scene;
    const asked = uuid();
    await scene.work.inTransaction(async (stores) =>
      stores.surgeRequests.makeRequest({
        type: 'everyone_asked',
        service,
        asked,
        by: staff,
        at: await stores.now(),
      }),
    );
    return async (stores) => {
      await stores.staff.lock(staff);
      const answer = { type: 'everyone_answered', service, asked, staff, can: true } as const;
      await stores.surgeRequests.saveAnswer({ ...answer, at: await stores.now() });
    };
  },
  help_called: async (context) => {
    const fact = await aCall(context);
    return async (stores) =>
      must(
        stores.help.makeCall({
          type: 'help_called',
          ...fact,
          urgency: 'urgent',
          because: 'pressed',
          at: await stores.now(),
        }),
      );
  },
  help_made_urgent: async (context) => {
    const fact = await called(context);
    return async (stores) =>
      must(
        stores.help.saveStep({
          type: 'help_made_urgent',
          ...fact,
          because: 'pressed',
          at: await stores.now(),
        }),
      );
  },
  help_answered: async (context) => {
    const fact = { ...(await called(context)), by: (await context.scene.person({ role: 'supervisor' })).id };
    return async (stores) =>
      must(stores.help.saveStep({ type: 'help_answered', ...fact, at: await stores.now() }));
  },
  help_joined: async (context) => {
    const fact = await answered(context);
    return async (stores) =>
      must(stores.help.saveStep({ type: 'help_joined', ...fact, at: await stores.now() }));
  },
  help_over: async (context) => {
    const fact = await called(context);
    return async (stores) => {
      const over = { type: 'help_over', ...fact, by: context.person.id, because: 'taken_back' } as const;
      await must(stores.help.saveStep({ ...over, at: await stores.now() }));
    };
  },
};
