import { Client } from 'pg';
import type { History } from '../history/history-file';
import type { Crowd, CrowdOptions } from '../types';
import { Responder } from './responder';
import { scaledClock } from './scaled-clock';
import { between, seededRandom, type Random } from './seeded-random';
import { Setting } from './setting';
import { Supervisor } from './supervisor';
import type { Thread } from './thread';
import { Visitor } from './visitor';

/**
 * Pages wait this much longer than the server's own deadlines are scaled: they all share one busy process here, and a
 * crowd that loses patience with a slow machine storms it with new lines instead of talking.
 */
const PATIENCE = 3;

export interface PeopleOptions extends CrowdOptions {
  readonly history: History;
}

interface Reading {
  readonly conversation: string;
  readonly thread: Thread;
  readonly online: boolean;
}

/** Everyone whom a storm is about: they go on through every fault, as people do. */
class People implements Crowd {
  private readonly setting: Setting;
  private readonly random: Random;
  private readonly visitors = new Set<Visitor>();
  private readonly responders: readonly Responder[];
  private readonly supervisors: readonly Supervisor[];
  private came = 0;

  constructor(private readonly options: PeopleOptions) {
    const { deployment, seed, history } = options;
    this.setting = new Setting(
      deployment,
      scaledClock(Math.min(1, PATIENCE * deployment.timeScale)),
      history,
    );
    this.random = seededRandom(seed);
    const { setting } = this;
    const withRole = (wanted: 'responder' | 'supervisor') =>
      deployment.signIns.filter(({ role }) => role === wanted);
    this.responders = withRole('responder').map((who) => new Responder(setting, this.ownRandom(), who));
    this.supervisors = withRole('supervisor').map((who) => new Supervisor(setting, this.ownRandom(), who));
  }

  start(): void {
    const { seed, deployment, history, visitors } = this.options;
    history.write({ k: 'run', seed, timeScale: deployment.timeScale });
    for (const person of [...this.responders, ...this.supervisors]) void person.work();
    for (let place = 0; place < visitors; place += 1) void this.fillPlace();
  }

  acked(): number {
    return this.setting.acked;
  }

  async settle(deadlineMs: number): Promise<void> {
    const deadline = performance.now() + deadlineMs;
    this.setting.becomeCalm();
    const isQuiet = (): boolean => this.readings().every(({ online }) => online) && this.pending() === 0;
    while (!isQuiet() && performance.now() < deadline) await this.setting.pause(50);
    const heads = await this.heads();
    await Promise.all(
      this.readings().map(async ({ conversation, thread }) => {
        const head = heads.get(conversation) ?? 0;
        await thread.shows(head, deadline);
        const stillOpen = this.readings().find((reading) => reading.thread === thread);
        if (stillOpen !== undefined) thread.settle(stillOpen.online, head);
      }),
    );
  }

  stop(): Promise<void> {
    this.setting.end();
    for (const person of [...this.visitors, ...this.responders, ...this.supervisors]) person.close();
    return Promise.resolve();
  }

  /** A visitor who leaves is followed by a new one, a moment later. */
  private async fillPlace(): Promise<void> {
    const { setting, random } = this;
    while (!setting.isCalm) {
      await setting.pause(between(random, 0, 1_000) * setting.deployment.timeScale);
      if (setting.isCalm) return;
      this.came += 1;
      const visitor = new Visitor(setting, this.ownRandom(), `v${this.came}`);
      this.visitors.add(visitor);
      await visitor.visit();
      if (!setting.isCalm) this.visitors.delete(visitor);
    }
  }

  /** Each person has dice of their own, so that what one does changes nothing for another. */
  private ownRandom(): Random {
    return seededRandom(between(this.random, 0, 2 ** 31));
  }

  private readings(): Reading[] {
    const visitors = [...this.visitors].map(({ reading }) => reading).filter((reading) => reading !== null);
    const responders = this.responders.flatMap(({ caseload }) => caseload.readings);
    return [...visitors, ...responders, ...this.supervisors.flatMap(({ readings }) => readings)];
  }

  private pending(): number {
    const staff = [...this.responders, ...this.supervisors].map(({ caseload }) => caseload);
    return [...this.visitors, ...staff].reduce((sum, { pending }) => sum + pending, 0);
  }

  /** What can be read, past every store and every gateway. */
  private async heads(): Promise<ReadonlyMap<string, number>> {
    const client = new Client({ connectionString: this.options.deployment.databaseUrl });
    await client.connect();
    try {
      const { rows } = await client.query<{ id: string; head: number }>(
        'select id, last_seq as head from conversation',
      );
      return new Map(rows.map(({ id, head }) => [id, head]));
    } finally {
      await client.end();
    }
  }
}

/** Starts everyone at once. */
export const startPeople = (options: PeopleOptions): Crowd => {
  const people = new People(options);
  people.start();
  return people;
};
