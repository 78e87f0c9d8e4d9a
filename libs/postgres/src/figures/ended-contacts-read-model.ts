import type { Instant, ServiceId } from '@warmline/kernel';
import type { Database } from '../connection/database';
import { moment, text, whole } from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';

/** Contacts that began in one hour, of one band, and ended for one reason. Nothing about any of them. */
export interface EndedContacts {
  /** When the hour began. */
  readonly at: Instant;
  readonly band: number;
  readonly ended: string;
  readonly contacts: number;
}

const ENDED = new RowQuery<EndedContacts>(
  { at: moment, band: whole, ended: text, contacts: whole },
  `select ${ms('hour', 'at')}, band, end_reason as ended, sum(contacts)::integer as contacts from (
     select hour, band, end_reason, contacts from past_contact where service_id = $1
     union all
     select date_trunc('hour', c.entered_at, 'UTC'), c.band, coalesce(c.end_reason, 'service_stopped'), 1
     from conversation c where c.service_id = $1 and c.state = 'ended'
   ) each_hour group by hour, band, end_reason order by hour, band, end_reason`,
);

/** Counts of contacts that have ended, erased or not, for a file of the service. */
export class EndedContactsReadModel {
  constructor(private readonly database: Database) {}

  async loadHours(service: ServiceId): Promise<EndedContacts[]> {
    return ENDED.all(this.database, [service]);
  }
}
