import {
  STAFF_PROTOCOL_VERSION,
  STAFF_NAMESPACE,
  type Desk as DeskView,
  type Entry,
  type StaffCommands,
  type StaffNotices,
} from '@warmline/contracts';
import type { DeploymentSignIn } from '../deployment/deployment';
import { heardEntry } from '../history/fingerprint';
import { Page } from './page';
import type { Random } from './seeded-random';
import type { Setting } from './setting';
import { signIn } from './sign-in';

/** A console whose signed-in person comes back after every fault, and signs in again where that is needed. */
export class Desk {
  readonly page: Page<StaffCommands, StaffNotices>;
  view: DeskView | null = null;
  private cookie: string | null = null;
  private restTold = ' ';
  private signingIn = false;
  private readonly watchers = new Set<() => void>();

  constructor(
    private readonly setting: Setting,
    private readonly random: Random,
    private readonly person: DeploymentSignIn,
  ) {
    this.page = new Page({
      who: `s:${person.signInName}`,
      setting,
      random,
      namespace: STAFF_NAMESPACE,
      handshake: () => ({ protocol: STAFF_PROTOCOL_VERSION }),
      headers: () => ({ cookie: this.cookie ?? '' }),
    });
    this.page.connection.on('desk:changed', (view) => this.see(view));
    this.page.onUp(() => void this.reopen());
    this.page.connection.state.subscribe(({ name }) => {
      if (name === 'refused') void this.signInAndTry();
    });
  }

  get who(): string {
    return this.page.who;
  }

  /** Runs after each change of the desk. */
  onChange(run: () => void): void {
    this.watchers.add(run);
  }

  async arrive(): Promise<void> {
    await this.signsIn();
    if (!this.setting.isOver) this.page.connection.start();
  }

  /** The desk as it is now, for when an answer was lost. */
  async reopen(): Promise<void> {
    const outcome = await this.page.insist('desk:open', {});
    if (outcome?.kind === 'done') this.see(outcome.value);
  }

  see(view: DeskView): void {
    if (this.view === null) {
      const { id: staff, role } = view.me;
      this.setting.history.write({ k: 'person', who: this.who, staff, role });
    }
    // Two answers may overtake one another on the way; the database says which is newer.
    if (this.view !== null && view.now < this.view.now) return;
    this.view = view;
    this.noteRest(view);
    for (const run of this.watchers) run();
  }

  /** Why nothing is offered, and for how long: a person in a cool-down is not free. */
  private noteRest({ now, wellbeing: { obstacles, nextOfferAt } }: DeskView): void {
    const why = obstacles.map(({ reason }) => reason).join(' ');
    const told = `${why} ${nextOfferAt ?? ''}`;
    if (told === this.restTold) return;
    this.restTold = told;
    const isAsked = obstacles.length === 0;
    const lasts = isAsked ? 0 : nextOfferAt === null ? null : Math.max(0, nextOfferAt - now);
    this.setting.history.write({ k: 'rests', who: this.who, lasts, why });
  }

  /** Entries of a conversation that is not on this desk: to be judged with the rest. */
  noteStray(conversation: string, entries: readonly Entry[]): void {
    const { who, line } = this.page;
    const heard = entries.map(heardEntry);
    const missing = { after: null, head: null } as const;
    this.setting.history.write({
      k: 'heard',
      who,
      line,
      conversation,
      via: 'push',
      ...missing,
      entries: heard,
    });
  }

  private async signInAndTry(): Promise<void> {
    if (this.signingIn) return;
    this.signingIn = true;
    await this.signsIn();
    this.signingIn = false;
    if (!this.setting.isOver) this.page.connection.retryNow();
  }

  private async signsIn(): Promise<void> {
    const { urls, timeScale } = this.setting.deployment;
    for (let tries = Math.floor(this.random() * urls.length); !this.setting.isOver; tries += 1) {
      this.cookie = await signIn(urls[tries % urls.length] ?? '', this.person);
      if (this.cookie !== null) return;
      await this.setting.pause((2_000 + 6_000 * this.random()) * timeScale);
    }
  }
}
