import type { EntityManager } from 'typeorm';
import type { Fact } from '@warmline/audit';

/** The conversation and the member of staff whose place in the live index a fact may have changed. */
const touched = (fact: Fact): { conversation: string | null; staff: string | null } => ({
  conversation: 'conversation' in fact ? fact.conversation : null,
  staff: 'staff' in fact ? fact.staff : null,
});

/** Notes, in the transaction of the fact, where the live index has to be read again. */
export class Outbox {
  constructor(private readonly tx: EntityManager) {}

  async note(fact: Fact): Promise<void> {
    const { conversation, staff } = touched(fact);
    if (conversation !== null) await this.add('conversation', conversation, fact.service);
    if (staff !== null) await this.add('staff', staff, fact.service);
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
