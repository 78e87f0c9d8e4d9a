import type { Offer } from '@warmline/contracts';
import type { DeploymentSignIn } from '../deployment/deployment';
import { Caseload } from './caseload';
import { Desk } from './desk';
import { Handovers } from './handovers';
import { between, type Random } from './seeded-random';
import type { Setting } from './setting';

/** A shift at the console: offers, conversations, handovers, wrap-ups and breaks, whatever breaks on the way. */
export class Responder {
  readonly desk: Desk;
  readonly caseload: Caseload;
  private answering: string | null = null;

  constructor(
    private readonly setting: Setting,
    private readonly random: Random,
    person: DeploymentSignIn,
  ) {
    this.desk = new Desk(setting, random, person);
    const handovers = new Handovers(setting, random, this.desk);
    this.caseload = new Caseload(setting, random, this.desk, (holding) => handovers.propose(holding));
    this.desk.onChange(() => {
      const { view } = this.desk;
      if (view !== null && view.offer !== null) void this.answer(view.offer);
    });
    this.desk.page.connection.on('timeline:appended', ({ conversationId, entries }) => {
      if (!this.caseload.hear(conversationId, entries)) this.desk.noteStray(conversationId, entries);
    });
  }

  async work(): Promise<void> {
    await this.desk.arrive();
    await this.choose('available');
    await this.checkIn();
    const { timeScale } = this.setting.deployment;
    while (!this.setting.isCalm) {
      await this.setting.pause(between(this.random, 500, 4_000) * timeScale);
      if (!this.setting.isCalm) await this.mindOneself();
      if (!this.setting.isCalm) await this.checkIn();
    }
  }

  close(): void {
    this.caseload.close();
    this.desk.page.close();
  }

  private async choose(availability: 'available' | 'away'): Promise<void> {
    const outcome = await this.desk.page.insist('availability:set', { availability });
    this.desk.page.noteDeed('availability:set', availability, outcome);
    if (outcome?.kind === 'done') this.desk.see(outcome.value);
  }

  /** How they are today: at the beginning of a shift, and after as many heavy conversations as a shift allows. */
  private async checkIn(): Promise<void> {
    const wellbeing = this.desk.view?.wellbeing;
    if (wellbeing === undefined) return;
    const { heavy, shift } = wellbeing;
    if (shift !== null && heavy.sinceCheckIn < heavy.sinceCheckInAtMost) return;
    const outcome = await this.desk.page.insist('shift:check_in', { answer: 'yes', takesSurge: false });
    this.desk.page.noteDeed('shift:check_in', 'yes', outcome);
  }

  /** A break, a lost connection, or a console that is gone for longer than its lease; mostly nothing. */
  private async mindOneself(): Promise<void> {
    const { random, setting } = this;
    const { timeScale } = setting.deployment;
    const luck = random();
    if (luck < 0.02) {
      await this.choose('away');
      await setting.pause(between(random, 500, 5_000) * timeScale);
      await this.choose('available');
    } else if (luck < 0.05) this.desk.page.goDark(between(random, 0, 3_000) * timeScale);
    else if (luck < 0.06) this.desk.page.goDark(between(random, 25_000, 60_000) * timeScale);
  }

  private async answer(offer: Offer): Promise<void> {
    if (this.answering === offer.id || this.setting.isCalm) return;
    this.answering = offer.id;
    const { conversationId: conversation, enteredAt } = offer;
    this.setting.history.write({ k: 'offered', who: this.desk.who, conversation, enteredAt });
    await this.setting.pause(between(this.random, 0, 1_500) * this.setting.deployment.timeScale);
    const luck = this.random();
    if (luck < 0.03) return;
    const what = luck < 0.08 ? 'offer:decline' : 'offer:accept';
    const outcome = await this.desk.page.insist(what, { offerId: offer.id });
    this.desk.page.noteDeed(what, conversation, outcome);
    await this.desk.reopen();
  }
}
