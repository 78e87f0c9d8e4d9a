import type { EntityManager } from 'typeorm';
import type { Instant, ServiceId, StaffId } from '@warmline/kernel';
import { packOfZone, storedListName, type CharityChanged } from '@warmline/setup';
import type { Charity, CharityProfile } from '@warmline/vocabulary';
import * as known from '../connection/known-values';
import { flag, list, moment, optional, text, whole } from '../connection/parse-rows';
import { finds, ms, RowQuery } from '../connection/row-query';
import type { FactWriters } from '../outbox/fact-writers';
import { profileOf, storedCharity, storedProfile } from './parse-charity';
import { noteListChanged } from './setup-save-store';

/** The page shares its version with the list of the service: a change by either is seen by the other, and ends its undo. */
const LIST = storedListName('service');

interface ServiceColumns extends Omit<Charity, keyof CharityProfile> {
  readonly version: number;
  readonly profile: CharityProfile | null;
}

const LOCKED = new RowQuery<ServiceColumns>(
  {
    version: whole,
    name: text,
    languages: list(text),
    timeZone: text,
    sessionMinutes: whole,
    keepsDays: whole,
    allowedParents: list(text),
    keepsReloads: flag,
    nightRule: flag,
    neededPractice: list(known.practiceScenario),
    profile: optional(storedProfile),
  },
  `select l.version, s.name, s.languages, s.time_zone as "timeZone", s.session_minutes as "sessionMinutes",
     s.keeps_days as "keepsDays", s.allowed_parents as "allowedParents", s.keeps_reloads as "keepsReloads",
     s.night_rule as "nightRule", s.needed_practice as "neededPractice", s.profile
   from setup_list l join service s on s.id = l.service_id
   where l.service_id = $1 and l.list = $2 for no key update of l`,
);

/** A change of the page "Your charity", with what it said before and after. */
export interface StoredCharityChange {
  readonly id: string;
  readonly version: number;
  readonly staff: StaffId;
  readonly staffName: string;
  readonly at: Instant;
  readonly before: Charity;
  readonly after: Charity;
}

const LAST = new RowQuery<StoredCharityChange>(
  {
    id: text,
    version: whole,
    staff: known.staff,
    staffName: text,
    at: moment,
    before: storedCharity,
    after: storedCharity,
  },
  `select c.id::text, c.version, c.staff_id as staff, p.name as "staffName", ${ms('c.at', 'at')}, c.before, c.after
   from charity_change c join staff p on p.id = c.staff_id
   where c.service_id = $1 order by c.version desc limit 1`,
);

export interface LockedCharity {
  readonly version: number;
  readonly charity: Charity;
  /** Null before the first change. */
  readonly last: StoredCharityChange | null;
}

/** What a charity says of itself. */
export class CharityStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  /** Nobody else can save it until the transaction ends. */
  async lock(service: ServiceId): Promise<LockedCharity> {
    await this.tx.query(
      'insert into setup_list (service_id, list) values ($1, $2) on conflict (service_id, list) do nothing',
      [service, LIST],
    );
    const { version, profile, ...columns } = await LOCKED.one(this.tx, [service, LIST]);
    const charity = { ...(profile ?? packOfZone(columns.timeZone)), ...columns };
    return { version, charity, last: await LAST.first(this.tx, [service]) };
  }

  /** Keeps a picture so that a change can name it. Pictures that no change of the last hour and no page names are forgotten. */
  async keepMark(service: ServiceId, hash: string, body: Buffer): Promise<void> {
    await this.tx.query(
      `delete from charity_mark m where m.service_id = $1 and m.added_at < clock_timestamp() - interval '1 hour'
         and not exists (select 1 from service v where v.id = $1 and v.profile ->> 'mark' = m.hash)
         and not exists (select 1 from charity_change c where c.service_id = $1
           and c.at > clock_timestamp() - interval '1 hour' and c.before ->> 'mark' = m.hash)`,
      [service],
    );
    await this.tx.query(
      'insert into charity_mark (hash, service_id, body) values ($1, $2, $3) on conflict (hash) do nothing',
      [hash, service, body],
    );
  }

  /** Whether this service has a picture of that name. */
  async hasMark(service: ServiceId, hash: string): Promise<boolean> {
    return finds(this.tx, 'select 1 from charity_mark where service_id = $1 and hash = $2', [service, hash]);
  }

  /** Saves it as a whole. Lock it first. */
  async save(fact: CharityChanged, before: LockedCharity, after: Charity): Promise<void> {
    const version = before.version + 1;
    await this.tx.query(
      `update service set name = $2, languages = $3, time_zone = $4, session_minutes = $5, keeps_days = $6,
         allowed_parents = $7, keeps_reloads = $8, night_rule = $9, needed_practice = $10, profile = $11
       where id = $1`,
      [
        fact.service,
        after.name,
        after.languages,
        after.timeZone,
        after.sessionMinutes,
        after.keepsDays,
        after.allowedParents,
        after.keepsReloads,
        after.nightRule,
        after.neededPractice,
        JSON.stringify(profileOf(after)),
      ],
    );
    await noteListChanged(this.tx, { service: fact.service, list: 'service' });
    await this.tx.query(
      `insert into charity_change (id, service_id, version, staff_id, is_undo, before, after)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        fact.change,
        fact.service,
        version,
        fact.staff,
        fact.isUndo,
        JSON.stringify(before.charity),
        JSON.stringify(after),
      ],
    );
    await this.writers.audit.record(fact);
  }
}
