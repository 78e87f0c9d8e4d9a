import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { createClient } from 'redis';
import { serviceKeys, type ServiceKeys } from '@warmline/redis';
import type { Resources } from '../resources';
import { on } from './databases';

/** Waiting conversations, inserted without pages: there may be fifty thousand. */
const WAITING = `
  insert into conversation (id, service_id, start_id, token_hash, state, band, language, dek_wrapped, kek_day,
    entered_at, waiting_since)
  select gen_random_uuid(), (select id from service), gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), 'waiting', 3,
    $2, '\\x00', current_date + 90, now() - number * interval '1 ms', now() - number * interval '1 ms'
  from generate_series(1, $1) number
  returning id`;

const PEOPLE = `
  insert into staff (id, service_id, sign_in_name, name, role, password_hash, capacity, conversations_held, active_at, availability)
  select gen_random_uuid(), (select id from service), 'crowd-' || before + number, 'Crowd ' || before + number, 'responder', '-', 2, 100, now(), $2
  from generate_series(1, $1) number, (select count(*) as before from staff where sign_in_name like 'crowd-%') crowd
  returning id`;

const TRAINING = `
  insert into training_record (service_id, staff_id, module, passed_on, expires_at)
  select (select id from service), staff, module, current_date, now() + interval '1 year'
  from unnest($1::uuid[]) staff, unnest(array['core_safeguarding', 'suicide_safety', 'data_protection', 'background_check']) module`;

const SHIFTS = `
  insert into shift (id, service_id, staff_id, began_at, ends_at, check_in, checked_in_at, takes_surge)
  select gen_random_uuid(), (select id from service), staff, now(), now() + interval '2 hours', 'yes', now(), false
  from unnest($1::uuid[]) staff`;

const SESSIONS = `
  insert into staff_session (id, secret_hash, staff_id, began_at, used_at)
  select gen_random_uuid(), hash, staff, now(), now() from unnest($1::bytea[], $2::uuid[]) as s(hash, staff)`;

/** Longer than any measurement (ms): a lease of a visitor without a page. */
const HERE = 3_600_000;
/** For building the index (ms). */
const PATIENCE = 120_000;

interface Place {
  readonly database: string;
  readonly prefix: string;
  readonly redis: string;
}

/** Many responders and visitors, inserted into the database and the presence list of a deployment. */
export class Crowd {
  constructor(private readonly place: Place) {}

  static of(
    resources: Resources,
    { database, prefix }: { readonly database: string; readonly prefix: string },
  ): Crowd {
    return new Crowd({ database, prefix, redis: resources.redisUrl });
  }

  /** This many visitors of a language, who entered one after the other and are present. */
  async waits(count: number, language: string): Promise<void> {
    await this.speaks(language);
    await this.isHere('v', await this.ids(WAITING, [count, language]));
  }

  /** Responders who may get an offer at once, without a console. */
  async works(count: number): Promise<void> {
    const ids = await this.people(count, 'available');
    await on(this.place.database, (client) => client.query(SHIFTS, [ids]));
    await this.isHere('s', ids);
  }

  /** Cookies of responders who connect with a console. */
  async signsIn(count: number): Promise<string[]> {
    const ids = await this.people(count, 'away');
    const secrets = ids.map(() => randomBytes(32).toString('base64url'));
    const hashes = secrets.map((secret) => createHash('sha256').update(secret).digest());
    await on(this.place.database, (client) => client.query(SESSIONS, [hashes, ids]));
    return secrets.map((secret) => `warmline_session=${secret}`);
  }

  /** When the first and the last offer was made (ms since 1970), and how many there are. */
  async offers(): Promise<{ readonly count: number; readonly first: number; readonly last: number }> {
    return on(this.place.database, async (client) => {
      const { rows } = await client.query<{ count: number; first: number; last: number }>(
        `select count(*)::integer as count, coalesce(extract(epoch from min(made_at)) * 1000, 0)::float8 as first,
           coalesce(extract(epoch from max(made_at)) * 1000, 0)::float8 as last from offer`,
      );
      return rows[0] ?? { count: 0, first: 0, last: 0 };
    });
  }

  /** Resolves when the live index is whole: nobody is offered before that, and it is not measured. */
  async indexed(): Promise<void> {
    const { generation } = await this.keys();
    const client = createClient({ url: this.place.redis });
    await client.connect();
    for (let waited = 0; (await client.get(generation)) === null; waited += 100) {
      if (waited > PATIENCE) throw new Error('the live index was not built');
      await delay(100);
    }
    client.destroy();
  }

  private async keys(): Promise<ServiceKeys> {
    const [service] = await this.ids('select id from service', []);
    return serviceKeys(this.place.prefix, service ?? '');
  }

  private async people(count: number, availability: 'available' | 'away'): Promise<string[]> {
    const ids = await this.ids(PEOPLE, [count, availability]);
    await on(this.place.database, (client) => client.query(TRAINING, [ids]));
    return ids;
  }

  private async speaks(language: string): Promise<void> {
    await on(this.place.database, (client) =>
      client.query('update service set languages = array(select distinct unnest(languages || $1::text))', [
        language,
      ]),
    );
  }

  private async ids(sql: string, parameters: readonly unknown[]): Promise<string[]> {
    return on(this.place.database, async (client) => {
      const { rows } = await client.query<{ id: string }>(sql, [...parameters]);
      return rows.map(({ id }) => id);
    });
  }

  private async isHere(kind: 'v' | 's', ids: readonly string[]): Promise<void> {
    const { presence } = await this.keys();
    const client = createClient({ url: this.place.redis });
    await client.connect();
    const score = Date.now() + HERE;
    for (let from = 0; from < ids.length; from += 1_000)
      await client.zAdd(
        presence,
        ids.slice(from, from + 1_000).map((id) => ({ score, value: `${kind}:${id}` })),
      );
    client.destroy();
  }
}
