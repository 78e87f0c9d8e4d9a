import type { Instant, ServiceId, StaffId } from '@warmline/kernel';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { bytes, flag, moment, text, whole } from '../connection/parse-rows';
import { databaseNow, ms, RowQuery, type Queryable } from '../connection/row-query';
import { PRACTICE_IS_KEPT, PRACTICE_ROW, PRACTICES, type StoredPractice } from './practice-row';

/** An act, still sealed. */
export interface SealedAct {
  readonly id: string;
  readonly staff: StaffId;
  readonly sealed: Buffer;
  readonly at: Instant;
}

/** A supervisor's word about a practice conversation, still sealed. */
export interface SealedPracticeWord extends SealedAct {
  readonly name: string;
}

/** A practice conversation in a list. */
export interface ListedPractice extends StoredPractice {
  readonly words: number;
}

/** Someone who could play the visitor. */
export interface PracticePartner {
  readonly id: StaffId;
  readonly name: string;
  /** They practise or play a visitor already, or a real visitor is with them. */
  readonly isBusy: boolean;
}

const ONE = new RowQuery<StoredPractice>(
  PRACTICE_ROW,
  `${PRACTICES} where p.id = $1 and ${PRACTICE_IS_KEPT}`,
);

/** Someone plays both parts, to see that everything works: a test chat. */
const RUNNING_TEST = new RowQuery<StoredPractice>(
  PRACTICE_ROW,
  `${PRACTICES} where p.staff_id = $1 and p.colleague_id = $1 and p.ended_at is null and ${PRACTICE_IS_KEPT}`,
);

/** The newest practice of a person, in either part; for supervisors (`$3`) of everyone of the service. Test chats are none. */
const RECENT = new RowQuery<ListedPractice>(
  { ...PRACTICE_ROW, words: whole },
  `select l.*, (select count(*)::integer from practice_word w where w.practice_id = l.id) as words
   from (${PRACTICES} where p.service_id = $1 and ($3 or p.staff_id = $2 or p.colleague_id = $2)
     and p.colleague_id is distinct from p.staff_id and ${PRACTICE_IS_KEPT}
     order by p.began_at desc limit $4) l order by l."beganAt" desc`,
);

const ACTS = new RowQuery<SealedAct>(
  { id: text, staff: known.staff, sealed: bytes, at: moment },
  `select id, staff_id as staff, sealed, ${ms('at', 'at')} from practice_act where practice_id = $1 order by seq`,
);

const WORDS = new RowQuery<SealedPracticeWord>(
  { id: text, staff: known.staff, name: text, sealed: bytes, at: moment },
  `select w.id, w.staff_id as staff, s.name, w.sealed, ${ms('w.at', 'at')}
   from practice_word w join staff s on s.id = w.staff_id where w.practice_id = $1 order by w.at, w.id limit 100`,
);

const PARTNERS = new RowQuery<PracticePartner>(
  { id: known.staff, name: text, isBusy: flag },
  `select s.id, s.name, exists (select 1 from practice p where p.ended_at is null
       and (p.staff_id = s.id or p.colleague_id = s.id))
     or exists (select 1 from holding h where h.staff_id = s.id and h.ended_at is null) as "isBusy"
   from staff s where s.service_id = $1 and s.id <> $2 and s.active and s.role in ('responder', 'supervisor')
   order by s.name, s.id limit 500`,
);

/** What was passed and when, by module. */
const PASSED = new RowQuery<{ readonly module: string; readonly expiresAt: Instant }>(
  { module: text, expiresAt: moment },
  `select module, ${ms('max(expires_at)', 'expiresAt')} from training_record
   where staff_id = $1 and module like 'practice\\_%' group by module`,
);

/** Acts of a practice, in order; inside its transaction or outside. */
export const loadActs = (on: Queryable, practice: string): Promise<SealedAct[]> => ACTS.all(on, [practice]);

/** Reads practice conversations. Who may read one is asked first. */
export class PracticeReadModel {
  constructor(private readonly database: Database) {}

  async now(): Promise<Instant> {
    return databaseNow(this.database);
  }

  async find(id: string): Promise<StoredPractice | null> {
    return ONE.first(this.database, [id]);
  }

  /** The test chat of this person that goes on; null for none. */
  async findRunningTest(staff: StaffId): Promise<StoredPractice | null> {
    return RUNNING_TEST.first(this.database, [staff]);
  }

  async loadActs(practice: string): Promise<SealedAct[]> {
    return loadActs(this.database, practice);
  }

  async loadWords(practice: string): Promise<SealedPracticeWord[]> {
    return WORDS.all(this.database, [practice]);
  }

  /** The newest first. */
  async loadRecent(
    { service, staff }: { readonly service: ServiceId; readonly staff: StaffId },
    { ofEveryone, most }: { readonly ofEveryone: boolean; readonly most: number },
  ): Promise<ListedPractice[]> {
    return RECENT.all(this.database, [service, staff, ofEveryone, most]);
  }

  async loadPartners(service: ServiceId, staff: StaffId): Promise<PracticePartner[]> {
    return PARTNERS.all(this.database, [service, staff]);
  }

  async loadPassed(staff: StaffId): Promise<{ readonly module: string; readonly expiresAt: Instant }[]> {
    return PASSED.all(this.database, [staff]);
  }
}
