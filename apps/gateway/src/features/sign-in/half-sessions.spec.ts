import { serviceId, staffId } from '@warmline/kernel';
import type { UnitOfWork } from '@warmline/postgres';
import type { Service } from '../../core/service-settings';
import { HalfSessions } from './half-sessions';

const HERE = serviceId('0190a000-0000-7000-8000-000000000001');
const ELSEWHERE = serviceId('0190a000-0000-7000-8000-000000000002');
const PERSON = staffId('0190a000-0000-7000-8000-000000000003');

const halfSessionsFor = (service: typeof HERE) => {
  const begun: unknown[] = [];
  const begin = (whose: unknown): Promise<void> => {
    begun.push(whose);
    return Promise.resolve();
  };
  const row = { id: PERSON, serviceId: service, active: true };
  const stores = {
    staff: { lock: () => Promise.resolve(row), findStaff: () => Promise.resolve(row) },
    halfSessions: { begin, findStaff: () => Promise.resolve(PERSON) },
  };
  const work = { inTransaction: (run: (given: typeof stores) => unknown) => run(stores) };
  return { half: new HalfSessions(work as unknown as UnitOfWork, { id: HERE } as unknown as Service), begun };
};

describe('a half session', () => {
  it('[SEC3] begins and is found for a person of this service', async () => {
    const { half, begun } = halfSessionsFor(HERE);
    expect(await half.begin({ id: PERSON })).not.toBeNull();
    expect(begun).toEqual([PERSON]);
    expect(await half.findPerson('secret', false)).toMatchObject({ id: PERSON });
  });

  it('[SEC3] neither begins nor is found for a person of another service', async () => {
    const { half, begun } = halfSessionsFor(ELSEWHERE);
    expect(await half.begin({ id: PERSON })).toBeNull();
    expect(begun).toEqual([]);
    expect(await half.findPerson('secret', false)).toBeNull();
  });
});
