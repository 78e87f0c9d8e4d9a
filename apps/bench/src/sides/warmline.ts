import { randomUUID } from 'node:crypto';
import type { Resources, Place, Session } from '../resources';
import { Crowd } from './crowd';
import { createDatabase } from './databases';
import { Probed } from './probed';
import type { Side } from './side';

/** Conversations that start in parallel. */
const AT_ONCE = 10;

/** A deployment: gateways and a worker, built and started as `npm start` does, with the limits on senders raised. */
export class Warmline {
  readonly gateways: { readonly server: Probed; readonly url: string }[] = [];
  private worker: Probed | null = null;

  private constructor(
    private readonly resources: Resources,
    readonly database: string,
    private readonly place: Omit<Place, 'port'>,
  ) {}

  static async start(resources: Resources, gateways: number): Promise<Warmline> {
    const id = randomUUID().slice(0, 8);
    const place = { database: await createDatabase(resources, `warmline_${id}`), prefix: `bench_${id}` };
    const warmline = new Warmline(resources, place.database, place);
    const migrate = { name: 'migrate', env: warmline.environment('migrate', 0), args: ['--demo'] };
    await Probed.start(resources, resources.migrate, migrate).ended();
    for (let count = 0; count < gateways; count += 1) await warmline.startGateway();
    return warmline;
  }

  /** Where people and visitors are inserted. */
  get where(): { readonly database: string; readonly prefix: string } {
    return { database: this.database, prefix: this.place.prefix };
  }

  /** Returns how long it took to be ready (ms). */
  async startGateway(): Promise<number> {
    const port = await this.resources.freePort();
    const env = this.environment('gateway', port);
    const server = Probed.start(this.resources, this.resources.gateway, { name: 'gateway', env });
    const url = `http://127.0.0.1:${port}`;
    const took = await server.ready(`${url}/readyz`);
    this.gateways.push({ server, url });
    return took;
  }

  startWorker(): void {
    const env = this.environment('worker', 0);
    this.worker ??= Probed.start(this.resources, this.resources.worker, { name: 'worker', env });
  }

  /** The first, the second…; throws if there are fewer. */
  gateway(number = 0): { readonly server: Probed; readonly url: string } {
    const found = this.gateways[number];
    if (found === undefined) throw new Error(`there is no gateway ${number}`);
    return found;
  }

  /** Conversations that responders hold, begun by commands; both ends are then connected as `crew`. */
  async side({ loader }: Session, conversations: number): Promise<Side> {
    this.startWorker();
    const { server, url } = this.gateway();
    const crew = `warmline-${this.place.prefix}`;
    // The same responders also listen at a second gateway, if there is one.
    const elsewhere = this.gateways[1]?.url ?? null;
    const cookies = await Crowd.of(this.resources, this.where).signsIn(conversations);
    // A few at a time: set-up is not measured.
    for (let from = 0; from < conversations; from += AT_ONCE)
      await loader.begin({ crew, url, elsewhere, cookies: cookies.slice(from, from + AT_ONCE) });
    return { name: 'warmline', crew, server };
  }

  async stop(): Promise<void> {
    await Promise.all(this.gateways.map(({ server }) => server.stop()));
    await this.worker?.stop();
  }

  private environment(name: 'gateway' | 'worker' | 'migrate', port: number): NodeJS.ProcessEnv {
    return {
      ...this.resources.environmentOf(name, { ...this.place, port: port === 0 ? 3_000 : port }),
      STARTS_PER_MINUTE: '1000000',
      COMMANDS_PER_20S: '1000000',
      MESSAGES_PER_20S: '1000000',
      LOG_LEVEL: 'warn',
    };
  }
}
