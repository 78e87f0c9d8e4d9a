import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { ComplaintEvent } from '@warmline/help';
import type { FactContext, FactFixture } from './fact-fixture';

const SEALED = { wordsSealed: randomBytes(40), dekWrapped: randomBytes(60), kekDay: '2030-01-07' };

const made = async ({ scene: { service, work }, person: { id: by } }: FactContext) => {
  const about = { service, complaint: uuid() } as const;
  await work.inTransaction(async (stores) =>
    stores.complaints.make({ type: 'complaint_made', ...about, at: await stores.now() }, SEALED),
  );
  return { ...about, by };
};

export const complaintFixtures: Record<ComplaintEvent['type'], FactFixture> = {
  complaint_made: ({ scene: { service } }) =>
    Promise.resolve(async (stores) => {
      const fact = { type: 'complaint_made', service, complaint: uuid() } as const;
      await stores.complaints.make({ ...fact, at: await stores.now() }, SEALED);
    }),
  word_passed_on: ({ scene: { service }, person: { id: by } }) =>
    Promise.resolve(async (stores) => {
      const fact = { type: 'word_passed_on', service, complaint: uuid(), by } as const;
      await stores.complaints.make({ ...fact, at: await stores.now() }, SEALED);
    }),
  complaint_read: async (context) => {
    const fact = { type: 'complaint_read', ...(await made(context)) } as const;
    return async (stores) => stores.complaints.record({ ...fact, at: await stores.now() });
  },
  complaint_noted: async (context) => {
    const fact = { type: 'complaint_noted', ...(await made(context)), note: uuid() } as const;
    return async (stores) => {
      await stores.complaints.addNote({ ...fact, at: await stores.now() }, randomBytes(40));
    };
  },
  complaint_closed: async (context) => {
    const fact = { type: 'complaint_closed', ...(await made(context)) } as const;
    return async (stores) => stores.complaints.close({ ...fact, at: await stores.now() });
  },
  after_chat_read: ({ scene: { service }, person: { id: by } }) =>
    Promise.resolve(async (stores) => {
      await stores.complaints.record({ type: 'after_chat_read', service, by, at: await stores.now() });
    }),
};
