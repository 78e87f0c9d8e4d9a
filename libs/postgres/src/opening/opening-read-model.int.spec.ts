import { v7 as uuid } from 'uuid';
import { sessionId } from '@warmline/kernel';
import { Scene, type Person } from '@warmline/test-kit';
import { beginSession } from '../testing/fact-fixture';
import { OpeningReadModel } from './opening-read-model';

let scene: Scene;
let person: Person;
beforeAll(async () => {
  scene = await Scene.open();
  person = await scene.person();
  await scene.work.inTransaction((stores) => beginSession(stores, person, sessionId(uuid())));
  await scene.database.sql(
    `update staff set availability = 'available', shift_ends_at = clock_timestamp() + interval '1 hour' where id = $1`,
    [person.id],
  );
});
beforeEach(() => scene.database.sql('delete from gateway_heartbeat'));
afterAll(() => scene.close());

const answering = async (): Promise<number> =>
  (await new OpeningReadModel(scene.database.opened).loadOpening(scene.service)).situation.answering;
const heard = (minutesAgo: number): Promise<unknown> =>
  scene.database.sql(
    `with used as (update staff_session set used_at = clock_timestamp() - $2 * interval '1 minute' where staff_id = $1)
     insert into staff_presence (staff_id, at) values ($1, clock_timestamp() - $2 * interval '1 minute')
     on conflict (staff_id) do update set at = excluded.at`,
    [person.id, minutesAgo],
  );
const heartbeats = (sinceSeconds: number): Promise<unknown> =>
  scene.database.sql(
    `insert into gateway_heartbeat (gateway, since, at)
     values ($1, clock_timestamp() - $2 * interval '1 second', clock_timestamp())`,
    [uuid(), sinceSeconds],
  );

describe('who is there to answer', () => {
  it('is everyone whose console answered within two minutes', async () => {
    await heartbeats(3_600);
    await heard(1);
    expect(await answering()).toBe(1);
    await heard(5);
    expect(await answering()).toBe(0);
  });

  it('[ASG5] is still everyone who could not be reached in our own outage, until they had time to come back', async () => {
    await heard(5);
    expect(await answering()).toBe(1);
    await heartbeats(10);
    expect(await answering()).toBe(1);
    await scene.database.sql(
      `update gateway_heartbeat set since = clock_timestamp() - interval '40 seconds'`,
    );
    expect(await answering()).toBe(0);
    await heard(61);
    await scene.database.sql(`update gateway_heartbeat set since = clock_timestamp()`);
    expect(await answering()).toBe(0);
  });
});
