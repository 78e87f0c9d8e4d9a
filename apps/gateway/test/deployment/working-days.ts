import type { LiveView, Desk, Obstacle } from '@warmline/contracts';
import type { ConversationId } from '@warmline/kernel';
import { MakeOffer } from '../../src/features/offers/make-offer';
import type { Deployment } from './deployment';
import type { Console } from './staff';

/** Writes hours worked straight to the database, and reads their effects. */
export class WorkingDaysOf {
  constructor(private readonly deployment: Deployment) {}

  sql(text: string, ...parameters: unknown[]): Promise<unknown> {
    return this.deployment.database.sql(text, parameters);
  }

  /** Sets the time zone of the service so that its local hour is this one. */
  async onTheWallItIs(hour: number): Promise<void> {
    const ahead = ((hour - new Date().getUTCHours() + 36) % 24) - 12;
    // In these names the sign says how far one is west.
    const zone = `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
    await this.sql('update service set time_zone = $1', zone);
  }

  /** Adds a shift of so many hours that ended so many minutes ago. */
  async worked({ person }: Console, hours: number, endedAgo: number): Promise<void> {
    await this.sql(
      `insert into shift (id, service_id, staff_id, began_at, ends_at, ended_at, check_in, checked_in_at, takes_surge)
       select gen_random_uuid(), service_id, id, now() - ($3 + $2 * 60) * interval '1 minute', now() - $3 * interval '1 minute',
         now() - $3 * interval '1 minute', 'yes', now(), false from staff where id = $1`,
      person.id,
      hours,
      endedAgo,
    );
  }

  /** Adds this many hours (an even number) to the week, none within the last day. */
  async workedInWeek(console: Console, hours: number): Promise<void> {
    for (let block = 1; block <= hours / 2; block += 1)
      await this.worked(console, 2, (1 + Math.ceil(block / 2)) * 1_440 - (block % 2) * 300);
  }

  async shiftEndsIn({ person }: Console, seconds: number): Promise<void> {
    await this.sql(
      `with ending as (
         update shift set ends_at = now() + $2 * interval '1 second' where staff_id = $1 and ended_at is null
       )
       update staff set shift_ends_at = now() + $2 * interval '1 second' where id = $1`,
      person.id,
      seconds,
    );
  }

  /** Makes an offer as the matcher does: under the lock, where Postgres decides. True if it was made. */
  mayBeOffered({ person }: Console, conversation: ConversationId): Promise<boolean> {
    const offers = this.deployment.gateway().app.get(MakeOffer, { strict: false });
    return offers.makeOffer({ conversation, staff: person.id, opensFor: 60_000, surge: false });
  }

  desk(console: Console): Promise<Desk> {
    return console.must('desk:open', {});
  }

  async obstacleOf(console: Console, reason: Obstacle['reason']): Promise<Obstacle | undefined> {
    return (await this.desk(console)).wellbeing.obstacles.find((one) => one.reason === reason);
  }

  /** This person's row in a supervisor's live view. */
  async personOn(supervisor: Console, { person }: Console): Promise<LiveView['people'][number]> {
    const { people } = await supervisor.must('live_view:open', {});
    const found = people.find(({ id }) => id === person.id);
    if (found === undefined) throw new Error('they are not on the board');
    return found;
  }

  /** The newest audit row of this action. */
  async audited(action: string): Promise<unknown> {
    const [row] = await this.deployment.database.sql(
      'select actor_id, whom, reason from audit_entry where action = $1 order by id desc limit 1',
      [action],
    );
    return row;
  }
}
