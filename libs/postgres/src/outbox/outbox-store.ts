import type { EntityManager } from 'typeorm';
import type { Fact } from '@warmline/audit';

type Kind = 'conversation' | 'staff';

/** The conversation and the members of staff whose entry in the live index or desk a fact may have changed. */
const touched = (fact: Fact): { conversation: string | null; staff: string[] } => ({
  conversation: 'conversation' in fact ? fact.conversation : null,
  staff: [
    ...('staff' in fact && fact.staff !== null ? [fact.staff] : []),
    ...('sender' in fact ? [fact.sender] : []),
    ...('receiver' in fact && fact.receiver !== null ? [fact.receiver] : []),
  ],
});

/** Subjects with their services, each once and in id order, as everything is locked. */
const columnsOf = (touches: readonly (readonly [subject: string, service: string])[]): unknown[][] => {
  const sorted = [...new Map(touches)].sort(([left], [right]) => (left < right ? -1 : 1));
  return [sorted.map(([subject]) => subject), sorted.map(([, service]) => service)];
};

/** Parameters of `noting`: conversations with their services, then members of staff with theirs. */
export const noteColumns = (facts: readonly Fact[]): unknown[][] => {
  const found = facts.map((fact) => ({ service: fact.service, ...touched(fact) }));
  return [
    ...columnsOf(
      found.flatMap(({ conversation, service }) => (conversation === null ? [] : [[conversation, service]])),
    ),
    ...columnsOf(found.flatMap(({ staff, service }) => staff.map((id) => [id, service] as const))),
  ];
};

/**
 * As SQL: the parts of a statement that write the notes of `noteColumns`, from this parameter number on. Versions grow with
 * them, so that what is read from now on is newer than anything read before.
 */
export const noting = (first: number): string => `
  changed as (update conversation set version = version + 1 where id = any ($${first}::uuid[])),
  moved as (update staff set version = version + 1 where id = any ($${first + 2}::uuid[]))
  insert into outbox (kind, subject, service_id)
  select 'conversation', subject, service from unnest($${first}::uuid[], $${first + 1}::uuid[]) as c(subject, service)
  union all
  select 'staff', subject, service from unnest($${first + 2}::uuid[], $${first + 3}::uuid[]) as s(subject, service)`;

const NOTE = `with ${noting(1)}`;

/** Notes in the transaction of a fact what the live index must read again. */
export class OutboxStore {
  constructor(private readonly tx: EntityManager) {}

  async addNote(kind: Kind, subject: string, service: string): Promise<void> {
    const columns = columnsOf([[subject, service]]);
    await this.tx.query(NOTE, kind === 'conversation' ? [...columns, [], []] : [[], [], ...columns]);
  }
}
