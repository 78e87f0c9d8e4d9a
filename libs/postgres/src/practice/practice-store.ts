import type { EntityManager } from 'typeorm';
import type { Instant, StaffId } from '@warmline/kernel';
import type { PracticeFact } from '@warmline/practice';
import { PRACTICE_VALID_MONTHS, practiceModule } from '@warmline/vocabulary';
import * as known from '../connection/known-values';
import { bytes, text } from '../connection/parse-rows';
import { finds, RowQuery } from '../connection/row-query';
import { writeFact, type FactWriters } from '../outbox/fact-writers';
import { loadActs, type SealedAct } from './practice-read-model';
import { PRACTICE_IS_KEPT, PRACTICE_ROW, PRACTICES, type StoredPractice } from './practice-row';

/** What a new practice conversation needs beside the fact. */
export interface NewPractice {
  readonly version: number;
  readonly dekWrapped: Buffer;
  readonly kekDay: string;
}

export interface ActToAdd {
  readonly practice: string;
  readonly id: string;
  readonly staff: StaffId;
  readonly sealed: Buffer;
}

interface BeforeRow {
  readonly staff: string;
  readonly sealed: Buffer;
}

const LOCKED = new RowQuery<StoredPractice>(
  PRACTICE_ROW,
  `${PRACTICES} where p.id = $1 and ${PRACTICE_IS_KEPT} for no key update of p`,
);

const RUNNING = new RowQuery<{ readonly id: string; readonly staff: StaffId }>(
  { id: text, staff: known.staff },
  `select id, staff_id as staff from practice
   where ended_at is null and (staff_id = $1 or colleague_id = $1) order by id for no key update`,
);

const ACT = new RowQuery<BeforeRow>(
  { staff: text, sealed: bytes },
  'select staff_id::text as staff, sealed from practice_act where practice_id = $1 and id = $2',
);

/** Practice conversations. Nothing here writes to a table of real ones. */
export class PracticeStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  async lock(id: string): Promise<StoredPractice | null> {
    return LOCKED.first(this.tx, [id]);
  }

  /** Locks the running practice of a person, in either part. */
  async lockRunning(staff: StaffId): Promise<readonly { readonly id: string; readonly staff: StaffId }[]> {
    return RUNNING.all(this.tx, [staff]);
  }

  /** Whether a real visitor is with this person now: nobody practises beside one. */
  async holdsConversation(staff: StaffId): Promise<boolean> {
    return finds(this.tx, 'select 1 from holding where staff_id = $1 and ended_at is null', [staff]);
  }

  async begin(fact: PracticeFact<'practice_began'>, made: NewPractice): Promise<void> {
    await this.tx.query(
      `insert into practice (id, service_id, staff_id, scenario, version, colleague_id, began_at, dek_wrapped, kek_day)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        fact.practice,
        fact.service,
        fact.staff,
        fact.scenario,
        made.version,
        fact.colleague,
        new Date(fact.at),
        made.dekWrapped,
        made.kekDay,
      ],
    );
    await this.writers.audit.record(fact);
  }

  /** In order, so that the next one can be decided. */
  async loadActs(practice: string): Promise<SealedAct[]> {
    return loadActs(this.tx, practice);
  }

  /** What is stored under this id already; null for nothing. */
  async findAct(practice: string, id: string): Promise<BeforeRow | null> {
    return ACT.first(this.tx, [practice, id]);
  }

  /** The practice is locked, so that its acts are numbered and timed in order. */
  async addAct({ practice, id, staff, sealed }: ActToAdd, at: Instant): Promise<void> {
    await this.tx.query(
      `insert into practice_act (practice_id, seq, id, staff_id, sealed, at)
       select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5 from practice_act where practice_id = $1`,
      [practice, id, staff, sealed, new Date(at)],
    );
  }

  /** A person who passed may be offered other visitors from now on. */
  async end(fact: PracticeFact<'practice_ended'>): Promise<void> {
    await this.tx.query('update practice set ended_at = $2, result = $3 where id = $1', [
      fact.practice,
      new Date(fact.at),
      fact.result,
    ]);
    await writeFact(this.writers, fact);
  }

  /**
   * A passed scenario is a training record like any other, valid until the end of its last day where the service is. Passed
   * twice in a day it is one. The list of training is another from now on, so that no older page of it overwrites this.
   */
  async recordTraining(
    { service, staff }: PracticeFact<'practice_ended'>,
    scenario: NonNullable<StoredPractice['scenario']>,
  ): Promise<void> {
    await this.tx.query(
      `insert into training_record (service_id, staff_id, module, grants, passed_on, expires_at)
       select v.id, $2, $3, null, d.today, (d.today + make_interval(months => $4) + interval '1 day') at time zone v.time_zone
       from service v cross join lateral (select (clock_timestamp() at time zone v.time_zone)::date as today) d
       where v.id = $1
       on conflict (staff_id, module, passed_on) do nothing`,
      [service, staff, practiceModule(scenario), PRACTICE_VALID_MONTHS],
    );
    await this.tx.query(
      `insert into setup_list (service_id, list) values ($1, 'training')
       on conflict (service_id, list) do update set version = setup_list.version + 1`,
      [service],
    );
  }

  async noteRead(fact: PracticeFact<'practice_read'>): Promise<void> {
    await this.writers.audit.record(fact);
  }

  async hasWord(id: string): Promise<boolean> {
    return finds(this.tx, 'select 1 from practice_word where id = $1', [id]);
  }

  async addWord(
    fact: PracticeFact<'practice_word_added'>,
    { id, sealed }: { readonly id: string; readonly sealed: Buffer },
  ): Promise<void> {
    await this.tx.query(
      'insert into practice_word (id, practice_id, staff_id, sealed, at) values ($1, $2, $3, $4, $5)',
      [id, fact.practice, fact.by, sealed, new Date(fact.at)],
    );
    await this.writers.audit.record(fact);
  }
}
