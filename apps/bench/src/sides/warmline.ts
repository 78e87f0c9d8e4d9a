import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Ground, Place, Session } from '../ground';
import { createDatabase, on } from './databases';
import { Probed } from './probed';
import type { Side } from './side';

/** Conversations that begin at once. */
const AT_ONCE = 10;

/** A charity's people have no door to be made by yet, so they are put in place, each with a session to come in with. */
const PEOPLE = `
  with person as (
    insert into staff (id, service_id, sign_in_name, name, role, password_hash, capacity)
    select gen_random_uuid(), (select id from service), 'bench-' || number, 'Bench ' || number, 'responder', '-', 1
    from generate_series(1, cardinality($1::bytea[])) number returning id, sign_in_name
  )
  insert into staff_session (id, secret_hash, staff_id, began_at, used_at)
  select gen_random_uuid(), ($1::bytea[])[substr(sign_in_name, 7)::integer], id, now(), now() from person`;

const cookiesOf = async (database: string, count: number): Promise<string[]> => {
  const secrets = Array.from({ length: count }, () => randomBytes(32).toString('base64url'));
  const hashes = secrets.map((secret) => createHash('sha256').update(secret).digest());
  await on(database, (client) => client.query(PEOPLE, [hashes]));
  return secrets.map((secret) => `warmline_session=${secret}`);
};

/** A deployment: gateways and a worker, built and started as `npm start` does, with the limits on senders raised. */
export class Warmline {
  readonly gateways: { readonly server: Probed; readonly url: string }[] = [];
  private worker: Probed | null = null;

  private constructor(
    private readonly ground: Ground,
    readonly database: string,
    private readonly place: Omit<Place, 'port'>,
  ) {}

  static async start(ground: Ground, gateways: number): Promise<Warmline> {
    const id = randomUUID().slice(0, 8);
    const place = { database: await createDatabase(ground, `warmline_${id}`), prefix: `bench_${id}` };
    const warmline = new Warmline(ground, place.database, place);
    const migrate = { name: 'migrate', env: warmline.environment(0), args: ['--demo'] };
    await Probed.start(ground, ground.migrate, migrate).ended();
    for (let count = 0; count < gateways; count += 1) await warmline.startGateway();
    return warmline;
  }

  /** Where others may put people and visitors into it. */
  get where(): { readonly database: string; readonly prefix: string } {
    return { database: this.database, prefix: this.place.prefix };
  }

  /** Answers how long it took to be ready (ms). */
  async startGateway(): Promise<number> {
    const port = await this.ground.freePort();
    const env = this.environment(port);
    const server = Probed.start(this.ground, this.ground.gateway, { name: 'gateway', env });
    const url = `http://127.0.0.1:${port}`;
    const took = await server.ready(`${url}/readyz`);
    this.gateways.push({ server, url });
    return took;
  }

  startWorker(): void {
    const env = this.environment(0);
    this.worker ??= Probed.start(this.ground, this.ground.worker, { name: 'worker', env });
  }

  /** The first, the second…; throws when there are not so many. */
  gateway(number = 0): { readonly server: Probed; readonly url: string } {
    const found = this.gateways[number];
    if (found === undefined) throw new Error(`there is no gateway ${number}`);
    return found;
  }

  /** Conversations that responders hold, through the doors; both ends are then connected as `crew`. */
  async side({ loader }: Session, conversations: number): Promise<Side> {
    this.startWorker();
    const { server, url } = this.gateway();
    const crew = `warmline-${this.place.prefix}`;
    // A second gateway, if there is one, is where the same responders listen again.
    const elsewhere = this.gateways[1]?.url ?? null;
    const cookies = await cookiesOf(this.database, conversations);
    // A few at a time: setting up is not what is measured.
    for (let from = 0; from < conversations; from += AT_ONCE)
      await loader.begin({ crew, url, elsewhere, cookies: cookies.slice(from, from + AT_ONCE) });
    return { name: 'warmline', crew, server };
  }

  async stop(): Promise<void> {
    await Promise.all(this.gateways.map(({ server }) => server.stop()));
    await this.worker?.stop();
  }

  private environment(port: number): NodeJS.ProcessEnv {
    return {
      ...this.ground.environmentOf({ ...this.place, port: port === 0 ? 3_000 : port }),
      COMMANDS_PER_20S: '1000000',
      MESSAGES_PER_20S: '1000000',
      LOG_LEVEL: 'warn',
    };
  }
}
