import { Injectable } from '@nestjs/common';
import {
  PAST_ACTS_MAX,
  type PersonHistory,
  type SettingChange,
  type SettingHistory,
} from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { instant, type StaffId } from '@warmline/kernel';
import {
  PastActsReadModel,
  UnitOfWork,
  type PersonRange,
  type StoredAct,
  type StoredSettingAct,
} from '@warmline/postgres';
import { lists } from '@warmline/setup';
import { columnsOf } from '../setup';
import { actOf } from './read-past';

/** People of one service whose past is listed, at most: more than a charity has. */
const PEOPLE_MOST = 5_000;

/** How someone is, and what they asked for themselves, is not for others to read back. */
export const THEIRS: readonly string[] = [
  'availability_changed',
  'checked_in',
  'checked_out',
  'break_wanted',
  'break_delayed',
  'break_ended',
  'rest_extended',
  'contact_wanted',
  'contact_made',
  'topic_muted',
];

const nextOf = (acts: readonly StoredAct[]): string | null =>
  acts.length < PAST_ACTS_MAX ? null : (acts.at(-1)?.id ?? null);

export interface PersonAsked {
  readonly of: StaffId;
  /** ms since 1970 */
  readonly from: number;
  readonly until: number;
  /** The page before this number; null for the first. */
  readonly before: string | null;
}

/** What changed the settings, and what one person did, from the audit log. */
@Injectable()
export class PastActs {
  constructor(
    private readonly work: UnitOfWork,
    private readonly acts: PastActsReadModel,
  ) {}

  async settings({ service }: StaffPrincipal, before: string | null): Promise<SettingHistory> {
    const found = await this.acts.loadSettings(service, { before, most: PAST_ACTS_MAX });
    const changes = await this.acts.withNames(
      service,
      found.map(({ told }) => told),
    );
    const acts = found.map(({ list, told: _, before: was, after, ...act }, at) => ({
      act: actOf(act),
      changed: changedBy({ list, before: was, after, told: changes[at] ?? null }),
    }));
    return { acts, next: nextOf(found) };
  }

  people({ service }: StaffPrincipal): Promise<{ id: StaffId; name: string }[]> {
    return this.acts.loadPeople(service, PEOPLE_MOST);
  }

  /** Every page is recorded before it is sent: who asks may begin anywhere. Null for someone who is unknown. */
  async person(
    { service, staff }: StaffPrincipal,
    { of, from, until, before }: PersonAsked,
  ): Promise<PersonHistory | null> {
    const name = (await this.acts.loadPeople(service, PEOPLE_MOST)).find(({ id }) => id === of)?.name;
    if (name === undefined) return null;
    await this.work.inTransaction(async (stores) =>
      stores.history.record({
        type: 'person_history_read',
        ...{ service, staff, whom: of },
        at: await stores.now(),
      }),
    );
    const range: PersonRange = { service, staff: of, from: instant(from), until: instant(until) };
    const [counts, found] = await Promise.all([
      this.acts.loadCounts(range),
      this.acts.loadPersonActs(range, { before, most: PAST_ACTS_MAX, without: THEIRS }),
    ]);
    const acts = found.map(({ conversationId, ...act }) => ({ act: actOf(act), conversationId }));
    return { name, from, until, counts, acts, next: nextOf(found) };
  }
}

type Changed = Pick<StoredSettingAct, 'list' | 'told' | 'before' | 'after'>;

const changedBy = ({ list, told, before, after }: Changed): SettingChange | null => {
  if (before !== null && after !== null) return { kind: 'charity', before, after };
  if (list === null || told === null) return null;
  return {
    kind: 'rows',
    list,
    columns: columnsOf(list),
    key: [...lists[list].key],
    rows: told.rows.map(({ row, was, ...one }) => ({
      ...one,
      row: asTexts(row),
      ...(was !== undefined && { was: asTexts(was) }),
    })),
    count: told.count,
    moved: told.moved,
  };
};

const asTexts = (row: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, String(cell)]));
