import { serviceId, staffId } from '@warmline/kernel';
import type { UnitOfWork } from '@warmline/postgres';
import type { Config } from '../core/config';
import type { Service } from '../core/service-settings';
import type { Timers } from '../core/timers';
import type { Changes } from '../index/changes';
import { Sessions } from './sessions';

const HERE = serviceId('0190a000-0000-7000-8000-000000000001');
const PERSON = staffId('0190a000-0000-7000-8000-000000000003');

/** Transactions in which every half session is over, and how each ended. */
const given = () => {
  const ends: string[] = [];
  const stores = {
    staff: { lock: () => Promise.resolve({ id: PERSON, serviceId: HERE, active: true }) },
    halfSessions: { end: () => Promise.resolve(false) },
  };
  const commit = async (change: (given: typeof stores) => Promise<unknown>): Promise<unknown> => {
    try {
      const result = await change(stores);
      ends.push('committed');
      return result;
    } catch (error) {
      ends.push('rolled back');
      throw error;
    }
  };
  const sessions = new Sessions(
    { commit } as unknown as Changes,
    {} as unknown as UnitOfWork,
    {} as unknown as Timers,
    {} as unknown as Config,
    { id: HERE } as unknown as Service,
  );
  return { sessions, ends };
};

describe('a session that begins with a first factor', () => {
  it('[SEC3] takes the factor back where the half session is over', async () => {
    const { sessions, ends } = given();
    const adds = (): Promise<boolean> => Promise.resolve(true);
    const beginning = { proof: 'authenticator', replaces: null, completes: 'half', adds } as const;
    expect(await sessions.beginSession(PERSON, beginning)).toBeNull();
    expect(ends).toEqual(['rolled back']);
  });
});
