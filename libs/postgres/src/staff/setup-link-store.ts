import type { EntityManager } from 'typeorm';
import type { IdentityEvent } from '@warmline/identity';
import type { ServiceId } from '@warmline/kernel';
import * as known from '../connection/known-values';
import { RowQuery } from '../connection/row-query';
import type { FactWriters } from '../outbox/fact-writers';
import { serviceTable, staffTable, type ServiceRow, type StaffRow } from '../setup/service-tables';

const NO_ADMINISTRATOR = `not exists (
  select 1 from staff s where s.service_id = service.id and (s.role = 'administrator' or 'administrator' = any (s.further_roles)))`;

interface OfService {
  readonly id: ServiceId;
}

const LIVE = new RowQuery<OfService>(
  { id: known.service },
  `select service.id from setup_link l join service on service.id = l.service_id
   where l.secret_hash = $1 and l.service_id = $2 and l.used_at is null and l.expires_at > clock_timestamp() and ${NO_ADMINISTRATOR}`,
);

const TAKE = new RowQuery<OfService>(
  { id: known.service },
  `with taken as (
     update setup_link l set used_at = clock_timestamp() from service
     where service.id = l.service_id and l.service_id = $2 and l.secret_hash = $1 and l.used_at is null
       and l.expires_at > clock_timestamp() and ${NO_ADMINISTRATOR}
     returning l.service_id)
   select service_id as id from taken`,
);

/** A link that was used is never replaced: its administrator may have come after this statement began to look. */
const REPLACE = new RowQuery<OfService>(
  { id: known.service },
  `with made as (
     insert into setup_link as l (service_id, secret_hash, expires_at)
     select service.id, $2, clock_timestamp() + $3::double precision * interval '1 millisecond'
     from service where service.id = $1 and ${NO_ADMINISTRATOR}
     on conflict (service_id) do update set secret_hash = excluded.secret_hash, expires_at = excluded.expires_at
       where l.used_at is null
     returning l.service_id)
   select service_id as id from made`,
);

const FIRST = new RowQuery<OfService>({ id: known.service }, 'select id from service order by id limit 1');

type NewAdministrator = Pick<
  StaffRow,
  'id' | 'serviceId' | 'name' | 'signInName' | 'passwordHash' | 'capacity' | 'freeSince'
>;

/** The first service and its one-time link, with which its first administrator sets up an account. */
export class SetupLinkStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: Pick<FactWriters, 'audit'>,
  ) {}

  /** Answers the service that is there; stores this one where there is none. One process at a time. */
  async keepService(row: ServiceRow): Promise<ServiceId> {
    await this.tx.query('lock table service in share row exclusive mode');
    const found = await FIRST.first(this.tx);
    if (found === null) await this.tx.getRepository(serviceTable).insert(row);
    return found?.id ?? row.id;
  }

  /** A new link for `span` ms in place of the unused one. False, and nothing is written, once there is an administrator. */
  async replaceLink(
    fact: Extract<IdentityEvent, { type: 'setup_link_made' }>,
    secretHash: Buffer,
    span: number,
  ): Promise<boolean> {
    const isMade = (await REPLACE.first(this.tx, [fact.service, secretHash, span])) !== null;
    if (isMade) await this.writers.audit.record(fact);
    return isMade;
  }

  /** Whether the link can be used now, at this service. */
  async isLive(service: ServiceId, secretHash: Buffer): Promise<boolean> {
    return (await LIVE.first(this.tx, [secretHash, service])) !== null;
  }

  /** Uses the link up. False when it cannot be used any more, or not at this service. */
  async takeLink(service: ServiceId, secretHash: Buffer): Promise<boolean> {
    return (await TAKE.first(this.tx, [secretHash, service])) !== null;
  }

  /** One more service beside those that are there. It takes no visitor before an administrator opens it. */
  async addService(row: ServiceRow): Promise<void> {
    await this.tx.getRepository(serviceTable).insert(row);
  }

  async addAdministrator(
    fact: Extract<IdentityEvent, { type: 'administrator_set_up' }>,
    person: NewAdministrator,
  ): Promise<void> {
    await this.tx
      .getRepository(staffTable)
      .insert({ ...person, role: 'administrator', availability: 'away' });
    await this.writers.audit.record(fact);
  }
}
