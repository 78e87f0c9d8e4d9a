import type { EntityManager } from 'typeorm';
import type { Fact } from '@warmline/audit';

/** The conversation and the members of staff whose place in the live index, or whose desk, a fact may have changed. */
const touched = (fact: Fact): { conversation: string | null; staff: string[] } => ({
  conversation: 'conversation' in fact ? fact.conversation : null,
  staff: [
    ...('staff' in fact && fact.staff !== null ? [fact.staff] : []),
    ...('sender' in fact ? [fact.sender] : []),
    ...('receiver' in fact && fact.receiver !== null ? [fact.receiver] : []),
    // Always in the order of their ids: two transactions that touch the same people never wait for each other in a ring.
  ].sort(),
});

/** Notes, in the transaction of the fact, where the live index has to be read again. */
export class Outbox {
  constructor(private readonly tx: EntityManager) {}

  async note(fact: Fact): Promise<void> {
    const { conversation, staff } = touched(fact);
    if (conversation !== null) await this.add('conversation', conversation, fact.service);
    for (const id of new Set(staff)) await this.add('staff', id, fact.service);
  }

  /** The same for several: each conversation once, and then each member of staff once, in the order of their ids. */
  async noteAll(facts: readonly Fact[]): Promise<void> {
    const found = facts.map((fact) => ({ service: fact.service, ...touched(fact) }));
    const conversations = new Map(
      found.flatMap(({ conversation, service }) =>
        conversation === null ? [] : [[conversation, service] as const],
      ),
    );
    const staff = new Map(
      found.flatMap(({ staff: ids, service }) => ids.map((id) => [id, service] as const)),
    );
    await this.addAll('conversation', conversations);
    await this.addAll('staff', staff);
  }

  private async addAll(kind: 'conversation' | 'staff', services: ReadonlyMap<string, string>): Promise<void> {
    if (services.size === 0) return;
    const ids = [...services.keys()].sort();
    await this.tx.query(
      `with changed as (update ${kind} set version = version + 1 where id = any ($1::uuid[]))
       insert into outbox (kind, subject, service_id) select $2, subject, service from unnest($1::uuid[], $3::uuid[]) as n(subject, service)`,
      [ids, kind, ids.map((id) => services.get(id))],
    );
  }

  /** Changes the version with it, so that what is read from now on is newer than anything read before. */
  async add(kind: 'conversation' | 'staff', subject: string, service: string): Promise<void> {
    await this.tx.query(
      `with changed as (update ${kind} set version = version + 1 where id = $1)
       insert into outbox (kind, subject, service_id) values ($2, $1, $3)`,
      [subject, kind, service],
    );
  }
}
