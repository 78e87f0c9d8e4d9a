import type { EntityManager } from 'typeorm';
import { aliasOfLeaver, type LeavingCause } from '@warmline/identity';
import type { Instant, ServiceId, StaffId } from '@warmline/kernel';
import { storedListName, type LeavingAgreed } from '@warmline/setup';
import { SETUP_LISTS } from '@warmline/vocabulary';
import * as known from '../connection/known-values';
import { flag, moment, oneOf, optional, text, whole } from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';
import type { FactWriters } from '../outbox/fact-writers';
import { noteListChanged } from '../setup/setup-save-store';

/** Someone who is not active any more, and when their name becomes an alias. */
export interface Leaver {
  readonly staff: StaffId;
  readonly signInName: string;
  readonly leavesAt: Instant;
  /** That it happens sooner waits for a second person. */
  readonly isAsked: boolean;
}

const LEAVING = 'from staff s where not s.active and s.left_at is null';

const LEAVERS = new RowQuery<Leaver>(
  { staff: known.staff, signInName: text, leavesAt: moment, isAsked: flag },
  `select s.id as staff, s.sign_in_name as "signInName", ${ms('s.leaves_at', 'leavesAt')},
     exists (select from access_proposal p where p.staff_id = s.id and p.kind = 'leaving' and p.ended_at is null
       and p.expires_at > clock_timestamp()) as "isAsked"
   ${LEAVING} and s.service_id = $1 order by s.leaves_at, s.id limit 500`,
);

/** Fixed when someone is deactivated: a time that is set later changes nobody's day. Nobody comes after someone who is active again. */
const DUE = new RowQuery<{ readonly staff: StaffId; readonly service: ServiceId }>(
  { staff: known.staff, service: known.service },
  `select s.id as staff, s.service_id as service ${LEAVING} and s.leaves_at <= clock_timestamp()
     and ($2::uuid is null or (s.leaves_at, s.id) > (select l.leaves_at, l.id from staff l where l.id = $2))
   order by s.leaves_at, s.id limit $1`,
);

const HAVE_LEFT = new RowQuery<{ readonly count: number }>(
  { count: whole },
  'select count(*)::integer as count from staff where service_id = $1 and left_at is not null',
);

const REDUCE = new RowQuery<{ readonly because: LeavingCause | null }>(
  { because: optional(oneOf<LeavingCause>({ time_over: true, two_people: true })) },
  'select reduce_leaver($1, $2) as because',
);

/** Those that the reduction ends. */
const OPEN_PROPOSALS = new RowQuery<{
  readonly proposal: string;
  readonly by: StaffId;
  readonly whom: StaffId;
}>(
  { proposal: text, by: known.staff, whom: known.staff },
  `select id as proposal, proposed_by as "by", staff_id as whom from access_proposal
   where ended_at is null and (staff_id = $1 or proposed_by = $1) order by id for update`,
);

/** Lists that name people: who has left is in none of them. In the order in which all lists are locked. */
const LISTS = SETUP_LISTS.filter((list) => list === 'people' || list === 'training' || list === 'rota');

/** People who leave: their name becomes an alias, and what is theirs goes. */
export class LeavingStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  /** Those of the service who are not active, who leaves first is first; 500 of them at most. */
  async loadLeavers(service: ServiceId): Promise<Leaver[]> {
    return LEAVERS.all(this.tx, [service]);
  }

  /** Whose time is over, in every service; `most` of them. `after`: only those who come after this person; null for the first. */
  async loadDue(
    most: number,
    after: StaffId | null,
  ): Promise<{ readonly staff: StaffId; readonly service: ServiceId }[]> {
    return DUE.all(this.tx, [most, after]);
  }

  /** Of a proposal that is locked. Reduce the record in the same transaction. */
  async agree(fact: LeavingAgreed): Promise<void> {
    await this.tx.query(
      `update access_proposal set ended_at = clock_timestamp(), ended_by = $2, outcome = 'agreed' where id = $1`,
      [fact.proposal, fact.agreedBy],
    );
    await this.writers.audit.record(fact);
  }

  /**
   * False, and nothing is written, where it is not due: their day has not come and no two people agreed. Twice is once.
   * Anyone who edits a list of people now is told, and no earlier save of it can be undone.
   */
  async reduce({
    staff,
    service,
  }: {
    readonly staff: StaffId;
    readonly service: ServiceId;
  }): Promise<boolean> {
    for (const list of LISTS)
      await this.tx.query('select from setup_list where service_id = $1 and list = $2 for no key update', [
        service,
        storedListName(list),
      ]);
    const { count } = await HAVE_LEFT.one(this.tx, [service]);
    const open = await OPEN_PROPOSALS.all(this.tx, [staff]);
    const { because } = await REDUCE.one(this.tx, [staff, aliasOfLeaver(count + 1)]);
    if (because === null) return false;
    for (const { whom, ...one } of open)
      await this.writers.audit.record({
        ...{ type: 'access_proposal_ended', service, staff: whom, ...one },
        ...{ endedBy: null, because: 'left' },
      });
    await this.tx.query('select forget_changes_of($1)', [staff]);
    for (const list of LISTS) await noteListChanged(this.tx, { service, list });
    // How to undo them holds the rows as they were.
    await this.tx.query('delete from setup_save where service_id = $1 and list = any ($2::text[])', [
      service,
      LISTS.map(storedListName),
    ]);
    await this.writers.outbox.addNote('staff', staff, service);
    await this.writers.audit.record({ type: 'person_left', service, staff, because });
    return true;
  }
}
