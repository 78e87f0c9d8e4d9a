import { serviceId, staffId } from '@warmline/kernel';
import type { StaffRow, UnitOfWork } from '@warmline/postgres';
import type { Service } from '../../core/service-settings';
import type { Recognised } from './identity-provider';
import { ProviderPeople } from './provider-people';

const HERE = serviceId('0190a000-0000-7000-8000-000000000001');
const ELSEWHERE = serviceId('0190a000-0000-7000-8000-000000000002');
const PERSON = staffId('0190a000-0000-7000-8000-000000000003');
const RECOGNISED = { issuer: 'https://id.example', subject: 'jo', claims: {} } as unknown as Recognised;
const TOLD = { role: 'responder', furtherRoles: [] } as const;

/** The account at the provider opens one person, of this service. */
const opening = (service: StaffRow['serviceId']) => {
  const written: unknown[] = [];
  const write = (...what: unknown[]): Promise<void> => {
    written.push(what);
    return Promise.resolve();
  };
  const stores = {
    staff: { findStaff: () => Promise.resolve({ id: PERSON, serviceId: service, active: true }) },
    providerIdentities: {
      findStaff: () => Promise.resolve(PERSON),
      isNewcomer: () => Promise.resolve(true),
      noteTold: write,
      addNewcomer: write,
    },
  };
  const work = { inTransaction: (run: (given: typeof stores) => unknown) => run(stores) };
  const here = { id: HERE, providerAccounts: true } as unknown as Service;
  return { people: new ProviderPeople(work as unknown as UnitOfWork, here), written };
};

describe('who an account of the provider opens', () => {
  it('[SEC3] is a person of this service, of whom is noted what the provider says', async () => {
    const { people, written } = opening(HERE);
    expect(await people.findPerson(RECOGNISED, TOLD)).toMatchObject({ id: PERSON });
    expect(written).toEqual([[PERSON, TOLD]]);
    expect(await people.findHolder(RECOGNISED)).toBe(PERSON);
    expect(await people.ask(RECOGNISED, TOLD)).toBe(true);
  });

  it('[SEC3] is nobody where it opens a person of another service, and nothing is written of them', async () => {
    const { people, written } = opening(ELSEWHERE);
    expect(await people.findPerson(RECOGNISED, TOLD)).toBeNull();
    expect(await people.findHolder(RECOGNISED)).toBeNull();
    expect(await people.ask(RECOGNISED, TOLD)).toBe(false);
    expect(written).toEqual([]);
  });
});
