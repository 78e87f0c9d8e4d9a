import { v7 as uuid } from 'uuid';
import type { SurgeEvent, HelpEvent } from '@warmline/help';
import { helpCallId } from '@warmline/kernel';
import { about, type Saving, type There } from './saving';

/** A call of this person about something they hold. */
const aCall = async (there: There) => {
  const { scene, person } = there;
  const { conversation } = await scene.held(person.id);
  const call = helpCallId(uuid());
  return { ...about(there, conversation), staff: person.id, call } as const;
};

const called = async (there: There) => {
  const fact = await aCall(there);
  await there.scene.work.inTransaction(async (stores) =>
    stores.help.makeCall({ type: 'help_called', ...fact, urgency: 'normal', at: await stores.now() }),
  );
  return fact;
};

const answered = async (there: There) => {
  const fact = { ...(await called(there)), by: (await there.scene.person({ role: 'supervisor' })).id };
  await there.scene.work.inTransaction(async (stores) =>
    stores.help.saveStep({ type: 'help_answered', ...fact, at: await stores.now() }),
  );
  return fact;
};

const must = async (saved: Promise<boolean>): Promise<void> => {
  if (!(await saved)) throw new Error('too late to be saved');
};

export const helpSavings: Record<(HelpEvent | SurgeEvent)['type'], Saving> = {
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
  help_called: async (there) => {
    const fact = await aCall(there);
    return async (stores) =>
      must(stores.help.makeCall({ type: 'help_called', ...fact, urgency: 'urgent', at: await stores.now() }));
  },
  help_made_urgent: async (there) => {
    const fact = await called(there);
    return async (stores) =>
      must(stores.help.saveStep({ type: 'help_made_urgent', ...fact, at: await stores.now() }));
  },
  help_answered: async (there) => {
    const fact = { ...(await called(there)), by: (await there.scene.person({ role: 'supervisor' })).id };
    return async (stores) =>
      must(stores.help.saveStep({ type: 'help_answered', ...fact, at: await stores.now() }));
  },
  help_joined: async (there) => {
    const fact = await answered(there);
    return async (stores) =>
      must(stores.help.saveStep({ type: 'help_joined', ...fact, at: await stores.now() }));
  },
  help_over: async (there) => {
    const fact = await called(there);
    return async (stores) => {
      const over = { type: 'help_over', ...fact, by: there.person.id, because: 'taken_back' } as const;
      await must(stores.help.saveStep({ ...over, at: await stores.now() }));
    };
  },
};
