import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { attackerPriority, readScheduling } from './attack/attacker-priority';
import { jsonLines } from './measure/json-lines';
import { isBack, isWell, summary, type Held, type Row } from './measure/judge';
import { Readings, type Reading } from './measure/readings';
import type { Felt } from './probe';
import type { Child, ProcessSpec, Servers } from './servers';
import type { SiegeSettings } from './settings';

/** How much longer than its time an attacker may take before it is ended (ms). */
const ATTACKER_GRACE = 10_000;
/** How long the acts that began during an attack are waited for at most (ms), and how often is looked. */
const HEARD_WITHIN = 25_000;
const POLL = 500;
const COLLECT_EVERY = 3_000;

interface Attack {
  readonly kind: string;
  readonly prefixes: number;
}
const isAttacked = (value: object): value is Row['attacker'] => 'tally' in value && 'waited' in value;

const ownFile = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export interface SiegeOptions {
  readonly servers: Servers;
  readonly settings: SiegeSettings;
  readonly say: (line: string) => void;
}

/** The product with honest people, and one attack after the other on it. */
export class Siege {
  private readonly readings: Readings;
  private readonly port: Promise<number>;
  private readonly files: { readonly honest: string; readonly probe: string; readonly metronome: string };
  private readonly priority = attackerPriority(readScheduling());
  private gateway: Child | null = null;
  /** After garbage collection, in the calm (bytes). A gateway that was restarted holds less until it has served for a while. */
  private calmRss = 0;
  private attacks = 0;

  constructor(private readonly options: SiegeOptions) {
    const { servers } = options;
    const log = (name: string): string => join(servers.logDir, `${name}.log`);
    this.files = { honest: log('honest'), probe: log('probe'), metronome: servers.metronome.logFile };
    this.readings = new Readings(this.files);
    this.port = servers.freePort();
  }

  async run(): Promise<Row[]> {
    const { servers, settings } = this.options;
    await servers.migrate({});
    await servers.spawn(servers.worker({ LOG_LEVEL: 'warn' }));
    await this.startGateway();
    await servers.spawn(servers.metronome);
    await servers.spawn(this.script('honest', [await this.url(), servers.signInsFile]));
    while (this.readings.groupsHeard < 4) await delay(POLL);
    await delay(settings.warmUpSeconds * 1_000);
    const calm = await this.measureCalm();
    this.calmRss = (await this.collect())?.rss ?? 0;
    const rows: Row[] = [];
    const attacks = settings.kinds.flatMap((kind) =>
      settings.prefixes.map((prefixes) => ({ kind, prefixes })),
    );
    for (const attack of attacks) {
      const row = await this.attack(attack, calm);
      this.options.say(summary(row));
      rows.push(row);
      if (row.wellAfter === null && attack !== attacks.at(-1)) await this.restartGateway(calm);
    }
    return rows;
  }

  /** What a reader of the table has to know of the machine. */
  get terms(): string {
    return this.priority.said;
  }

  private async url(): Promise<string> {
    return `http://127.0.0.1:${await this.port}`;
  }

  private script(name: string, args: readonly string[]): ProcessSpec {
    const logFile = name === 'honest' ? this.files.honest : join(this.options.servers.logDir, `${name}.log`);
    return { name, logFile, command: process.execPath, args: [ownFile(`${name}.js`), ...args], env: {} };
  }

  private async startGateway(): Promise<void> {
    const { servers } = this.options;
    const port = await this.port;
    const probe = new URL('probe.js', import.meta.url);
    probe.searchParams.set('file', this.files.probe);
    const spec = servers.gateway(port, { LOG_LEVEL: 'warn', NODE_OPTIONS: `--import ${probe.href}` });
    this.gateway = await servers.spawn(spec);
    await servers.waitUntilReady(port, [this.gateway]);
  }

  /** So that no attack is judged by what the one before left behind: everyone honest is back and well before the next. */
  private async restartGateway(calm: Reading): Promise<void> {
    const { gateway } = this;
    if (gateway !== null && !gateway.hasEnded()) await this.options.servers.stop(gateway);
    await this.startGateway();
    const startedAt = Date.now();
    await this.waitUntilHeard(startedAt);
    await delay(this.options.settings.warmUpSeconds * 1_000);
    await this.waitUntilWell(calm, Date.now());
  }

  /** Until every honest act that began before this time has ended: those under way lose their connection with the gateway. */
  private async waitUntilHeard(before: number): Promise<void> {
    for (let waited = 0; waited < HEARD_WITHIN && !this.readings.isHeardUntil(before); waited += POLL)
      await delay(POLL);
  }

  /** @returns how long it took until honest people were served as in the calm (s); null when it took too long */
  private async waitUntilWell(calm: Reading, since: number): Promise<number | null> {
    const { recoverySeconds, wellSeconds, timesCalm } = this.options.settings;
    const [endsAt, wellFor] = [Date.now() + recoverySeconds * 1_000, wellSeconds * 1_000];
    do {
      const now = Date.now();
      const attack = this.readings.during({ from: now - wellFor, to: now });
      if (now - since > wellFor && isWell({ calm, attack, timesCalm })) return (now - since) / 1_000;
      await delay(POLL);
    } while (Date.now() < endsAt);
    return null;
  }

  private async measureCalm(): Promise<Reading> {
    const from = Date.now();
    await delay(this.options.settings.calmSeconds * 1_000);
    return this.readings.during({ from, to: Date.now() });
  }

  /** What the gateway holds after garbage collection; null when it does not answer in time. */
  private async collect(): Promise<Felt | null> {
    const { gateway } = this;
    if (gateway === null || gateway.hasEnded()) return null;
    const askedAt = Date.now();
    process.kill(gateway.pid, 'SIGUSR2');
    for (let waited = 0; waited < COLLECT_EVERY; waited += 100) {
      await delay(100);
      const felt = this.readings.collectedSince(askedAt);
      if (felt !== null) return felt;
    }
    return null;
  }

  private async attack({ kind, prefixes }: Attack, calm: Reading): Promise<Row> {
    const { seconds, timesCalm } = this.options.settings;
    const before = await this.collect();
    const from = Date.now();
    const attacker = await this.runAttacker(kind, prefixes);
    const to = Date.now();
    const { files, rss } = before ?? calm;
    const held = { files, rss: Math.max(rss, this.calmRss) };
    const { backAfter, after } = await this.recover(held, to);
    await this.waitUntilHeard(to);
    const isSameProcess = this.gateway?.hasEnded() === false;
    const wellAfter = isSameProcess ? await this.waitUntilWell(calm, to) : null;
    return {
      ...{ kind, prefixes, calm, backAfter, wellAfter, isSameProcess },
      attack: this.readings.during({ from, to }),
      held: { before: held, after: after ?? { rss: 0, files: 0 } },
      ...{ seconds, timesCalm, attacker },
    };
  }

  private async runAttacker(kind: string, prefixes: number): Promise<Row['attacker']> {
    const { servers, settings } = this.options;
    const { seconds, seed } = settings;
    this.attacks += 1;
    const orders = {
      kind,
      prefixes,
      seconds,
      seed: seed + this.attacks,
      host: '127.0.0.1',
      port: await this.port,
    };
    const attackerSpec = this.script('attacker', [JSON.stringify({ ...orders, block: 10 + this.attacks })]);
    const [command = '', ...args] = [...this.priority.before, attackerSpec.command, ...attackerSpec.args];
    const logFile = join(servers.logDir, `attacker-${this.attacks}.log`);
    const attacker = await servers.spawn({ ...attackerSpec, command, args, logFile });
    await Promise.race([attacker.ended, delay(seconds * 1_000 + ATTACKER_GRACE, null, { ref: false })]);
    if (!attacker.hasEnded()) await servers.stop(attacker);
    return (
      jsonLines(logFile, isAttacked).at(-1) ?? { cpu: 0, waited: 1, tally: { 'ended without a word': 1 } }
    );
  }

  /** Waits until the gateway holds no more than before, as long as it may take. `backAfter` (s) is null when it took longer. */
  private async recover(
    before: Held,
    since: number,
  ): Promise<{ readonly backAfter: number | null; readonly after: Held | null }> {
    const endsAt = since + this.options.settings.recoverySeconds * 1_000;
    let after: Felt | null = null;
    do {
      after = await this.collect();
      if (after !== null && isBack(before, after)) return { backAfter: (Date.now() - since) / 1_000, after };
      await delay(POLL);
    } while (Date.now() < endsAt);
    return { backAfter: null, after };
  }
}
