import type { EntityManager } from 'typeorm';
import type { Fact } from '@warmline/audit';

type Kind = 'conversation' | 'staff';

/** Something the live index has to read again. */
export interface Note {
  readonly kind: Kind;
  readonly subject: string;
  readonly service: string;
}

/** The conversation and the members of staff whose place in the live index, or whose desk, a fact may have changed. */
const touched = (fact: Fact): { conversation: string | null; staff: string[] } => ({
  conversation: 'conversation' in fact ? fact.conversation : null,
  staff: [
    ...('staff' in fact && fact.staff !== null ? [fact.staff] : []),
    ...('sender' in fact ? [fact.sender] : []),
    ...('receiver' in fact && fact.receiver !== null ? [fact.receiver] : []),
  ],
});

/**
 * Each conversation once, and then each member of staff once, in the order of their ids: two transactions that touch the same
 * never wait for each other in a ring.
 */
export const notesOf = (facts: readonly Fact[]): readonly Note[] => {
  const found = facts.map((fact) => ({ service: fact.service, ...touched(fact) }));
  const of = (kind: Kind, subjects: readonly (readonly [string, string])[]): Note[] =>
    [...new Map(subjects)]
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([subject, service]) => ({ kind, subject, service }));
  return [
    ...of(
      'conversation',
      found.flatMap(({ conversation, service }) => (conversation === null ? [] : [[conversation, service]])),
    ),
    ...of(
      'staff',
      found.flatMap(({ staff, service }) => staff.map((id) => [id, service] as const)),
    ),
  ];
};

/**
 * The parts of a statement that notes `kinds`, `subjects` and `services`, and changes the versions with them: what is read from
 * now on is newer than anything read before.
 */
export const noting = (kinds: string, subjects: string, services: string): string => `
  noted as (select * from unnest(${kinds}::text[], ${subjects}::uuid[], ${services}::uuid[]) with ordinality as n(kind, subject, service, place)),
  changed as (update conversation set version = version + 1 where id in (select subject from noted where kind = 'conversation')),
  moved as (update staff set version = version + 1 where id in (select subject from noted where kind = 'staff'))
  insert into outbox (kind, subject, service_id) select kind, subject, service from noted order by place`;

export const noteColumns = (notes: readonly Note[]): unknown[][] => [
  notes.map(({ kind }) => kind),
  notes.map(({ subject }) => subject),
  notes.map(({ service }) => service),
];

const NOTE = `with ${noting('$1', '$2', '$3')}`;

/** Notes, in the transaction of the fact, where the live index has to be read again. */
export class Outbox {
  constructor(private readonly tx: EntityManager) {}

  async add(kind: Kind, subject: string, service: string): Promise<void> {
    await this.tx.query(NOTE, noteColumns([{ kind, subject, service }]));
  }
}
