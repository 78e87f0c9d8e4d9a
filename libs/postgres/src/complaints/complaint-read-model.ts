import type { Instant, ServiceId } from '@warmline/kernel';
import type { Database } from '../connection/database';
import { bytes, moment, optional, text, whole } from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';
import { COMPLAINT_IS_KEPT, type SealedComplaint } from './complaint-store';

/** A complaint without its words. */
export interface ListedComplaint {
  readonly id: string;
  readonly at: Instant;
  readonly closedAt: Instant | null;
  readonly closedByName: string | null;
  /** The colleague who passed it on; null for what people tell without a name. */
  readonly toldByName: string | null;
}

/** What was done about one, still sealed. */
export interface StoredComplaintNote {
  readonly id: string;
  readonly byName: string;
  readonly at: Instant;
  readonly wordsSealed: Buffer;
}

const LISTED = {
  id: text,
  at: moment,
  closedAt: optional(moment),
  closedByName: optional(text),
  toldByName: optional(text),
};
const COLUMNS = `c.id, ${ms('c.at', 'at')}, ${ms('c.closed_at', 'closedAt')}, s.name as "closedByName", t.name as "toldByName"`;
const FROM = 'from complaint c left join staff s on s.id = c.closed_by left join staff t on t.id = c.told_by';

/** Listed at once, at most. */
const MOST = 50;

const OPEN = new RowQuery<ListedComplaint>(
  LISTED,
  `select ${COLUMNS} ${FROM} where c.service_id = $1 and c.closed_at is null and ${COMPLAINT_IS_KEPT}
   order by c.at, c.id limit ${MOST}`,
);

/** Where a complaint is in the list: open ones first, the oldest first, then closed ones, the newest first. */
const AGE = (isClosed: string): string =>
  `case when ${isClosed} then -extract(epoch from c.at) else extract(epoch from c.at) end`;
const PLACE = `c.closed_at is not null, ${AGE('c.closed_at is not null')}, c.id`;

const FIRST_PART = `select ${COLUMNS} ${FROM} where c.service_id = $1 and ${COMPLAINT_IS_KEPT}`;
const FIRST = new RowQuery<ListedComplaint>(LISTED, `${FIRST_PART} order by ${PLACE} limit ${MOST}`);

// The caller says whether it was closed: one that was closed since then must not let the open ones after it be passed over.
const AFTER = new RowQuery<ListedComplaint>(
  LISTED,
  `${FIRST_PART} and (${PLACE}) >
     (select $3::boolean, ${AGE('$3::boolean')}, c.id from complaint c where c.id = $2 and c.service_id = $1)
   order by ${PLACE} limit ${MOST}`,
);

/** How many there are. */
export interface ComplaintCount {
  readonly kept: number;
  readonly open: number;
}

const COUNT = new RowQuery<ComplaintCount>(
  { kept: whole, open: whole },
  `select count(*)::int as kept, (count(*) filter (where c.closed_at is null))::int as open
   from complaint c where c.service_id = $1 and ${COMPLAINT_IS_KEPT}`,
);

/** A complaint of a list, and whether it was closed there. */
export interface ComplaintPlace {
  readonly id: string;
  readonly isClosed: boolean;
}

const ONE = new RowQuery<ListedComplaint & SealedComplaint>(
  { ...LISTED, wordsSealed: bytes, dekWrapped: bytes, kekDay: text },
  `select ${COLUMNS}, c.words_sealed as "wordsSealed", c.dek_wrapped as "dekWrapped", c.kek_day::text as "kekDay"
   ${FROM} where c.id = $1 and c.service_id = $2 and ${COMPLAINT_IS_KEPT}`,
);

const NOTES = new RowQuery<StoredComplaintNote>(
  { id: text, byName: text, at: moment, wordsSealed: bytes },
  `select n.id, s.name as "byName", ${ms('n.at', 'at')}, n.words_sealed as "wordsSealed"
   from complaint_note n join staff s on s.id = n.written_by where n.complaint_id = $1 order by n.at, n.id`,
);

/** Reads complaints and what was done about them. */
export class ComplaintReadModel {
  constructor(private readonly database: Database) {}

  /** What nobody has closed, the oldest first, 50 at most. */
  async loadOpen(service: ServiceId): Promise<ListedComplaint[]> {
    return OPEN.all(this.database, [service]);
  }

  /** Open ones first, the oldest first, then closed ones, the newest first: the next 50 at most. Null for the first ones. */
  async loadPart(service: ServiceId, after: ComplaintPlace | null): Promise<ListedComplaint[]> {
    return after === null
      ? FIRST.all(this.database, [service])
      : AFTER.all(this.database, [service, after.id, after.isClosed]);
  }

  async countKept(service: ServiceId): Promise<ComplaintCount> {
    return COUNT.one(this.database, [service]);
  }

  /** Null for an unknown one, or one of another service. */
  async findComplaint(id: string, service: ServiceId): Promise<(ListedComplaint & SealedComplaint) | null> {
    return ONE.first(this.database, [id, service]);
  }

  /** The oldest first. */
  async loadNotes(complaint: string): Promise<StoredComplaintNote[]> {
    return NOTES.all(this.database, [complaint]);
  }
}
