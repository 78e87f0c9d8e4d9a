import type { CaseloadItem, WrapUp } from '@warmline/contracts';
import type { StageSignIn } from '../stage/stage';
import { Desk } from './desk';
import { between, type Random } from './seeded-random';
import type { Setting } from './setting';
import { Thread } from './thread';
import { newBody } from './words';

interface Holding {
  readonly conversation: string;
  readonly epoch: number;
  readonly thread: Thread;
  /** Somebody else holds it now, or it is over: no more words. */
  over: boolean;
}

const WRAP_UP: WrapUp = { contactKind: 'conversation', topics: ['loneliness'], outcome: 'calmer', note: '' };

const keyOf = ({ conversationId, epoch }: CaseloadItem): string => `${conversationId}/${epoch}`;

/** A shift at the console: offers, conversations, wrap-ups and breaks, whatever breaks on the way. */
export class Responder {
  readonly desk: Desk;
  private readonly holdings = new Map<string, Holding>();
  private answering: string | null = null;
  private readonly wrapping = new Set<string>();

  constructor(
    private readonly setting: Setting,
    private readonly random: Random,
    person: StageSignIn,
  ) {
    this.desk = new Desk(setting, random, person);
    this.desk.onChange(() => this.look());
    this.desk.page.connection.on('timeline:appended', ({ conversationId, entries }) =>
      this.heard(conversationId, entries),
    );
    this.desk.page.onUp(() => {
      for (const { thread } of this.holdings.values()) thread.resume();
    });
  }

  /** What this person may read and has open. */
  get readings(): { readonly conversation: string; readonly thread: Thread; readonly online: boolean }[] {
    const { isOnline: online } = this.desk.page;
    return [...this.holdings.values()]
      .filter(({ over }) => !over)
      .map(({ conversation, thread }) => ({ conversation, thread, online }));
  }

  get pending(): number {
    return [...this.holdings.values()].reduce((sum, { thread }) => sum + thread.pending, 0);
  }

  async work(): Promise<void> {
    await this.desk.arrive();
    await this.choose('available');
    const { timeScale } = this.setting.stage;
    while (!this.setting.isCalm) {
      await this.setting.pause(between(this.random, 500, 4_000) * timeScale);
      if (!this.setting.isCalm) await this.mindOneself();
    }
  }

  close(): void {
    for (const { thread } of this.holdings.values()) thread.stop();
    this.desk.page.close();
  }

  private async choose(availability: 'available' | 'away'): Promise<void> {
    const outcome = await this.desk.page.insist('availability:set', { availability });
    this.desk.page.noteDeed('availability:set', availability, outcome);
    if (outcome?.kind === 'done') this.desk.see(outcome.value);
  }

  /** A break, a broken line, or a console that is gone for longer than its lease; mostly nothing. */
  private async mindOneself(): Promise<void> {
    const { random, setting } = this;
    const { timeScale } = setting.stage;
    const luck = random();
    if (luck < 0.02) {
      await this.choose('away');
      await setting.pause(between(random, 500, 5_000) * timeScale);
      await this.choose('available');
    } else if (luck < 0.05) this.desk.page.goDark(between(random, 0, 3_000) * timeScale);
    else if (luck < 0.06) this.desk.page.goDark(between(random, 25_000, 60_000) * timeScale);
  }

  private look(): void {
    const { view } = this.desk;
    if (view === null || this.setting.isOver) return;
    const here = new Set(view.caseload.map(keyOf));
    for (const item of view.caseload) this.take(item);
    for (const [key, holding] of this.holdings) if (!here.has(key)) void this.letGo(key, holding);
    if (view.offer !== null) void this.answer(view.offer);
  }

  private take(item: CaseloadItem): void {
    const key = keyOf(item);
    const known = this.holdings.get(key);
    if (item.state === 'wrap_up') {
      if (known !== undefined) known.over = true;
      return void this.wrapUp(item);
    }
    if (known !== undefined) return known.thread.feed.noticeHead(item.head);
    const { conversationId: conversation, epoch } = item;
    const holding: Holding = { conversation, epoch, thread: this.makeThread(item, key), over: false };
    this.holdings.set(key, holding);
    this.setting.history.write({ k: 'view', who: this.desk.who, conversation, state: 'talking', epoch });
    holding.thread.resume();
    void this.talk(holding);
  }

  private makeThread({ conversationId, epoch }: CaseloadItem, key: string): Thread {
    const { setting, random, desk } = this;
    const held = { conversationId, epoch };
    return new Thread({
      setting,
      random,
      who: desk.who,
      conversation: conversationId,
      role: 'responder',
      epoch,
      lineNow: () => desk.page,
      read: (after) => desk.page.connection.send('timeline:read', { conversationId, after }),
      send: (message) => desk.page.connection.send('message:send', { ...held, ...message }),
      refused: () => {
        const holding = this.holdings.get(key);
        if (holding !== undefined) holding.over = true;
      },
    });
  }

  /** It is on the desk no more. What is on its way is still brought to its end. */
  private async letGo(key: string, holding: Holding): Promise<void> {
    if (this.holdings.get(key) !== holding) return;
    const { conversation, epoch, thread } = holding;
    if (!holding.over)
      this.setting.history.write({ k: 'view', who: this.desk.who, conversation, state: 'gone', epoch });
    holding.over = true;
    await thread.isThrough();
    thread.stop();
    this.holdings.delete(key);
  }

  private heard(conversation: string, entries: Parameters<Thread['pushed']>[0]): void {
    const holding = [...this.holdings.values()].filter((held) => held.conversation === conversation).at(-1);
    if (holding !== undefined) return holding.thread.pushed(entries);
    this.desk.noteStray(conversation, entries);
  }

  private async talk(holding: Holding): Promise<void> {
    const { setting, random } = this;
    while (!holding.over && !setting.isCalm) {
      for (let left = between(random, 1, 4); left > 0; left -= 1) holding.thread.queue.add(newBody(random));
      await holding.thread.isThrough();
      await setting.pause(between(random, 0, 120));
      if (random() < 0.004 && !holding.over) await this.end(holding);
      else if (this.isLeftAlone(holding) && random() < 0.1) await this.end(holding);
    }
  }

  private isLeftAlone({ conversation }: Holding): boolean {
    const item = this.desk.view?.caseload.find(({ conversationId }) => conversationId === conversation);
    return item?.visitorPresent === false;
  }

  private async end({ conversation: conversationId, epoch }: Holding): Promise<void> {
    const reason = 'responder_ended_agreed';
    const outcome = await this.desk.page.insist('conversation:end', { conversationId, epoch, reason });
    this.desk.page.noteDeed('conversation:end', conversationId, outcome);
  }

  private async answer(offer: NonNullable<NonNullable<Desk['view']>['offer']>): Promise<void> {
    if (this.answering === offer.id || this.setting.isCalm) return;
    this.answering = offer.id;
    const { conversationId: conversation, enteredAt } = offer;
    this.setting.history.write({ k: 'offered', who: this.desk.who, conversation, enteredAt });
    await this.setting.pause(between(this.random, 0, 1_500) * this.setting.stage.timeScale);
    const luck = this.random();
    if (luck < 0.03) return;
    const what = luck < 0.08 ? 'offer:decline' : 'offer:accept';
    const outcome = await this.desk.page.insist(what, { offerId: offer.id });
    this.desk.page.noteDeed(what, conversation, outcome);
    await this.desk.reopen();
  }

  private async wrapUp(item: CaseloadItem): Promise<void> {
    const key = keyOf(item);
    if (this.wrapping.has(key) || this.setting.isOver) return;
    this.wrapping.add(key);
    await this.setting.pause(between(this.random, 100, 2_000) * this.setting.stage.timeScale);
    const { conversationId, epoch } = item;
    const outcome = await this.desk.page.insist('wrap_up:finish', { conversationId, epoch, wrapUp: WRAP_UP });
    this.desk.page.noteDeed('wrap_up:finish', conversationId, outcome);
    await this.desk.reopen();
  }
}
