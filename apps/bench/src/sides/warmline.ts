import { randomUUID } from 'node:crypto';
import type { Ground, Place, Session } from '../ground';
import { Crowd } from './crowd';
import { createDatabase } from './databases';
import { Probed } from './probed';
import type { Side } from './side';

/** Conversations that begin at once. */
const AT_ONCE = 10;

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
    const cookies = await Crowd.of(this.ground, this.where).signsIn(conversations);
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
