import { randomBytes } from 'node:crypto';
import { newMessageId, type Outcome } from '@warmline/client';
import {
  PROTOCOL_VERSION,
  VISITOR_NAMESPACE,
  type Acknowledgement,
  type VisitorCommands,
  type VisitorConversation,
  type VisitorNotices,
} from '@warmline/contracts';
import type { SafetyChoice } from '@warmline/vocabulary';
import { Page } from './page';
import { between, oneOf, type Random } from './seeded-random';
import type { Setting } from './setting';
import { Thread } from './thread';
import { newBody } from './words';

type VisitorPage = Page<VisitorCommands, VisitorNotices>;
interface Sending {
  readonly id: string;
  readonly body: string;
}

/** What a visitor comes with. */
interface Mood {
  readonly safety: SafetyChoice;
  /** Messages they want to send before they leave. */
  readonly wishes: number;
  /** Two tabs of one page, on two gateways: what is written in one is now and then sent by both. */
  readonly hasTwoTabs: boolean;
}

const ANSWERS: readonly SafetyChoice[] = ['safe', 'unsure', 'unsaid', 'danger'];
/** How many of each come: few of band 1, as a responder has a long cool-down after one, and the storm is about the others too. */
const COMING = { safe: 7, unsure: 2, unsaid: 2, danger: 1 } as const;
const SAFETY = ANSWERS.flatMap((answer) => Array.from({ length: COMING[answer] }, () => answer));

const moodOf = (random: Random): Mood => ({
  safety: oneOf(random, SAFETY) ?? 'safe',
  wishes: between(random, 20, 250),
  hasTwoTabs: random() < 0.15,
});

/** One visit: from an empty page to the end, whatever breaks on the way. */
export class Visitor {
  private readonly mood: Mood;
  private readonly page: VisitorPage;
  private readonly secondTab: VisitorPage | null;
  private readonly token = randomBytes(32).toString('base64url');
  private thread: Thread | null = null;
  private hasLeft = false;
  private view: VisitorConversation | null = null;
  private answered = false;
  private askedAbout: string | null = null;

  constructor(
    private readonly setting: Setting,
    private readonly random: Random,
    readonly who: string,
  ) {
    this.mood = moodOf(random);
    this.page = this.open(who);
    this.secondTab = this.mood.hasTwoTabs ? this.open(`${who}b`) : null;
  }

  /** The conversation of this visit and what is shown of it; null before the start, and for who has left. */
  get reading(): { readonly conversation: string; readonly thread: Thread; readonly online: boolean } | null {
    return this.hasLeft || this.thread === null || this.view === null
      ? null
      : { conversation: this.view.id, thread: this.thread, online: this.page.isOnline };
  }

  /** Messages on their way. */
  get pending(): number {
    return this.hasLeft ? 0 : (this.thread?.pending ?? 0);
  }

  async visit(): Promise<void> {
    this.page.connection.on('conversation:changed', (view) => this.see(view));
    this.page.connection.on('timeline:appended', ({ entries }) => this.thread?.pushed(entries));
    this.page.onUp(() => void this.reopen());
    this.page.connection.start();
    this.secondTab?.connection.start();
    if (!(await this.start())) return this.close();
    await this.converse();
    if (this.setting.isCalm) return;
    await this.leave();
    this.close();
  }

  close(): void {
    this.hasLeft = true;
    this.thread?.stop();
    this.page.close();
    this.secondTab?.close();
  }

  private open(who: string): VisitorPage {
    const { setting, random } = this;
    const handshake = () => ({ token: this.token, protocol: PROTOCOL_VERSION });
    return new Page({ who, setting, random, namespace: VISITOR_NAMESPACE, handshake });
  }

  /** Asked as often as it takes, always with the same id; now and then once more than it takes. */
  private async start(): Promise<boolean> {
    const startId = newMessageId();
    const payload = { startId, safety: this.mood.safety, name: '', language: 'en' };
    for (let asks = this.random() < 0.1 ? 2 : 1; asks > 0; asks -= 1) {
      const outcome = await this.page.insist('conversation:start', payload);
      if (outcome?.kind !== 'done') {
        this.page.noteDeed('conversation:start', startId, outcome);
        return false;
      }
      const { id: conversation } = outcome.value;
      this.setting.history.write({ k: 'started', who: this.who, conversation, startId });
      this.thread ??= this.makeThread(conversation);
      this.see(outcome.value);
    }
    this.thread?.resume();
    return true;
  }

  private makeThread(conversation: string): Thread {
    const { setting, random, who, page } = this;
    return new Thread({
      setting,
      random,
      who,
      conversation,
      role: 'visitor',
      epoch: null,
      lineNow: () => page,
      read: (after) => page.connection.send('timeline:read', { after }),
      send: (message) => this.send(message),
    });
  }

  /** Through both tabs at once, sometimes with another text under the same id: the first must win. */
  private async send(message: Sending): Promise<Outcome<Acknowledgement>> {
    const { secondTab, thread, random } = this;
    if (secondTab?.isOnline === true && thread !== null && random() < 0.3) {
      const body = random() < 0.2 ? newBody(random) : message.body;
      void thread.attempt({ ...message, body }, secondTab.gateway, (other) =>
        secondTab.connection.send('message:send', other),
      );
    }
    return this.page.connection.send('message:send', message);
  }

  private async reopen(): Promise<void> {
    if (this.thread === null) return;
    const outcome = await this.page.insist('conversation:open', {});
    if (outcome?.kind !== 'done') return;
    this.see(outcome.value);
    this.thread.resume();
  }

  private see(view: VisitorConversation): void {
    if (this.view !== null && view.version < this.view.version) return;
    if (this.view?.state !== view.state) {
      const { id: conversation, state } = view;
      this.setting.history.write({ k: 'view', who: this.who, conversation, state, epoch: null });
    }
    this.view = view;
    this.thread?.feed.noticeHead(view.head);
    if (view.handover?.state === 'asked') void this.answerHandover(view.handover.id);
  }

  /** Mostly yes, sometimes no, sometimes nothing, which means stay. */
  private async answerHandover(handoverId: string): Promise<void> {
    if (this.askedAbout === handoverId || this.setting.isCalm) return;
    this.askedAbout = handoverId;
    await this.setting.pause(between(this.random, 0, 2_000) * this.setting.deployment.timeScale);
    const luck = this.random();
    if (luck < 0.1) return;
    const outcome = await this.page.insist('handover:answer', { handoverId, agrees: luck < 0.85 });
    this.page.noteDeed('handover:answer', handoverId, outcome);
  }

  /** In bursts while a responder listens; a few words and some patience while nobody does. */
  private async converse(): Promise<void> {
    const { setting, random, thread } = this;
    const patientUntil = performance.now() + between(random, 5_000, 60_000) * setting.deployment.timeScale;
    let said = 0;
    while (thread !== null && said < this.mood.wishes && this.stays(patientUntil)) {
      const isListened = this.view?.state === 'talking';
      if (isListened || said < 6) said += this.say(thread, isListened ? between(random, 1, 8) : 1);
      await thread.isThrough();
      await this.breathe(isListened);
    }
  }

  /** Who was answered once waits as long as it takes. */
  private stays(patientUntil: number): boolean {
    if (this.setting.isCalm || this.view?.state === 'ended') return false;
    this.answered ||= this.view?.state === 'talking';
    return this.answered || performance.now() < patientUntil;
  }

  private say(thread: Thread, count: number): number {
    for (let left = count; left > 0; left -= 1) thread.queue.add(newBody(this.random));
    return count;
  }

  /** Mostly a moment; now and then the line breaks, for a moment or longer than a page's silence. */
  private async breathe(listened: boolean): Promise<void> {
    const { setting, random } = this;
    const { timeScale } = setting.deployment;
    const luck = random();
    if (luck < 0.01) this.page.goDark(between(random, 0, 1_500) * timeScale);
    else if (luck < 0.012) this.page.goDark(between(random, 5_000, 40_000) * timeScale);
    await setting.pause(listened ? between(random, 0, 60) : between(random, 50, 300));
  }

  private async leave(): Promise<void> {
    if (this.view?.state === 'ended' || this.thread === null) return;
    this.thread.settle(false, 0);
    const luck = this.random();
    if (luck < 0.1) return;
    if (luck < 0.3) return this.leaveQuickly();
    const outcome = await this.page.insist('conversation:end', {});
    this.page.noteDeed('conversation:end', this.view?.id ?? '', outcome);
  }

  /** As the page does it: one request that outlives the page, and no waiting for its answer. */
  private async leaveQuickly(): Promise<void> {
    const url = this.setting.deployment.urls[this.page.gateway] ?? '';
    const signal = AbortSignal.timeout(Math.ceil(8_000 * this.setting.deployment.timeScale));
    const headers = { authorization: `Bearer ${this.token}` };
    const left = await fetch(`${url}/v/exit`, { method: 'POST', headers, signal }).then(
      ({ status }) => `answered ${status}`,
      () => 'no answer',
    );
    const about = this.view?.id ?? '';
    this.setting.history.write({ k: 'did', who: this.who, what: 'exit', outcome: left, about });
  }
}
