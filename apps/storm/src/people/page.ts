import { Connection, type CommandMap, type NoticeMap, type Outcome } from '@warmline/client';
import type { Who } from '../history/history-event';
import { RoamingWire } from './roaming-wire';
import type { Random } from './seeded-random';
import type { Setting } from './setting';

export interface PageOptions {
  readonly who: Who;
  readonly setting: Setting;
  readonly random: Random;
  readonly namespace: string;
  readonly handshake: () => Readonly<Record<string, unknown>>;
  readonly headers?: () => Record<string, string>;
}

/** One page or console as people have it open: its line, and what is written down of it. */
export class Page<Commands extends CommandMap, Notices extends NoticeMap> {
  readonly who: Who;
  readonly connection: Connection<Commands, Notices>;
  /** Grows with each line that came up. */
  line = 0;
  private readonly wire: RoamingWire;
  private readonly setting: Setting;

  constructor({ who, setting, random, namespace, handshake, headers = () => ({}) }: PageOptions) {
    this.who = who;
    this.setting = setting;
    const { urls, timeScale } = setting.deployment;
    this.wire = new RoamingWire({ urls, namespace, handshake, headers, random, timeScale });
    this.connection = new Connection({ transport: this.wire, clock: setting.clock, random });
    this.connection.state.subscribe(({ name }) => {
      if (name === 'online') this.line += 1;
      if (name !== 'connecting') this.note(name);
    });
  }

  get gateway(): number {
    return this.wire.gateway;
  }

  get isOnline(): boolean {
    return this.connection.state.get().name === 'online';
  }

  /** Runs after each return of the line. */
  onUp(run: () => void): void {
    this.connection.state.subscribe(({ name }) => {
      if (name === 'online') run();
    });
  }

  /** True once it is connected; false when the page was closed first, or the server refuses it. */
  async comesUp(): Promise<boolean> {
    for (;;) {
      const { name } = this.connection.state.get();
      if (name === 'online') return true;
      if (name === 'stopped' || name === 'refused') return false;
      await new Promise<void>((resolve) => {
        const cancel = this.connection.state.subscribe(() => {
          cancel();
          resolve();
        });
      });
    }
  }

  /** Asks and asks again until there is an answer; null when the page was closed before. */
  async insist<Name extends keyof Commands & string>(
    command: Name,
    payload: Commands[Name]['payload'],
  ): Promise<Exclude<Outcome<Commands[Name]['reply']>, { kind: 'unknown' }> | null> {
    for (;;) {
      if (!(await this.comesUp())) return null;
      const outcome = await this.connection.send(command, payload);
      if (outcome.kind === 'done') return outcome;
      if (outcome.kind === 'refused' && outcome.refusal !== 'unavailable' && outcome.refusal !== 'too_fast')
        return outcome;
      if (this.setting.isOver) return null;
      await this.setting.pause(250 * this.setting.deployment.timeScale);
    }
  }

  /** Writes down a command that is no message, and what came of it. */
  noteDeed(what: string, about: string, outcome: Outcome<unknown> | null): void {
    this.setting.history.write({ k: 'did', who: this.who, what, about, outcome: wordFor(outcome) });
  }

  goDark(milliseconds: number): void {
    this.wire.goDark(milliseconds);
  }

  close(): void {
    this.connection.stop();
  }

  private note(state: string): void {
    const { who, line, gateway } = this;
    this.setting.history.write({ k: 'line', who, state, line, gateway });
  }
}

const wordFor = (outcome: Outcome<unknown> | null): string => {
  if (outcome === null) return 'given up';
  if (outcome.kind === 'done') return 'done';
  return outcome.kind === 'refused' ? outcome.refusal : outcome.why;
};
