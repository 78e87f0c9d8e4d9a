import { randomUUID } from 'node:crypto';
import type { CaseloadItem, StaffCommands, WrapUp } from '@warmline/contracts';
import type { Desk } from './desk';
import { between, type Random } from './seeded-random';
import type { Setting } from './setting';
import { Thread } from './thread';
import { newBody } from './words';

export interface Holding {
  readonly conversation: string;
  readonly epoch: number;
  readonly thread: Thread;
  /** Another holds it now, or it is over: no more words. */
  over: boolean;
}

const WRAP_UP: WrapUp = { contactKind: 'conversation', topics: ['loneliness'], outcome: 'calmer', note: '' };

const keyOf = ({ conversationId, epoch }: CaseloadItem): string => `${conversationId}/${epoch}`;

/** What a member of staff holds and has to wrap up, whatever breaks on the way. */
export class Caseload {
  private readonly holdings = new Map<string, Holding>();
  private readonly wrapping = new Set<string>();

  constructor(
    private readonly setting: Setting,
    private readonly random: Random,
    private readonly desk: Desk,
    /** Between two bursts of words, now and then. */
    private readonly thinksOf: (holding: Holding) => Promise<void> = () => Promise.resolve(),
  ) {
    desk.onChange(() => this.look());
    desk.page.onUp(() => {
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

  /** False for a conversation that is not held here. */
  hear(conversation: string, entries: Parameters<Thread['pushed']>[0]): boolean {
    const holding = [...this.holdings.values()].filter((held) => held.conversation === conversation).at(-1);
    holding?.thread.pushed(entries);
    return holding !== undefined;
  }

  close(): void {
    for (const { thread } of this.holdings.values()) thread.stop();
  }

  private look(): void {
    const { view } = this.desk;
    if (view === null || this.setting.isOver) return;
    const here = new Set(view.caseload.map(keyOf));
    for (const item of view.caseload) this.take(item);
    for (const [key, holding] of this.holdings) if (!here.has(key)) void this.letGo(key, holding);
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
    void this.converse(holding);
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

  private async converse(holding: Holding): Promise<void> {
    const { setting, random } = this;
    while (!holding.over && !setting.isCalm) {
      for (let left = between(random, 1, 4); left > 0; left -= 1) holding.thread.queue.add(newBody(random));
      await holding.thread.isThrough();
      await setting.pause(between(random, 0, 120));
      if (random() < 0.01 && !holding.over) await this.thinksOf(holding);
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
    const { page } = this.desk;
    const outcome = await page.insist('conversation:end', { conversationId, epoch, reason });
    page.noteDeed('conversation:end', conversationId, outcome);
    if (outcome?.kind !== 'refused' || outcome.refusal !== 'agreement_needed') return;
    // To lower the answer first is no way around it.
    if (this.random() < 0.1) await this.lower({ conversationId, epoch });
    else await this.askToEnd({ conversationId, epoch, reason });
  }

  private async lower(held: { readonly conversationId: string; readonly epoch: number }): Promise<void> {
    const { page } = this.desk;
    const answer = { answer: 'not_sure', reason: 'said_since' } as const;
    page.noteDeed('safety:set', held.conversationId, await page.insist('safety:set', { ...held, ...answer }));
  }

  private async askToEnd(
    about: Pick<StaffCommands['ending:ask']['payload'], 'conversationId' | 'epoch' | 'reason'>,
  ): Promise<void> {
    const { page } = this.desk;
    const [requestId, { conversationId }] = [randomUUID(), about];
    const question = { ...about, requestId, why: 'we said goodbye' };
    page.noteDeed('ending:ask', conversationId, await page.insist('ending:ask', question));
    if (this.random() < 0.8) return;
    page.noteDeed('ending:withdraw', conversationId, await page.insist('ending:withdraw', { requestId }));
  }

  private async wrapUp(item: CaseloadItem): Promise<void> {
    const key = keyOf(item);
    if (this.wrapping.has(key) || this.setting.isOver) return;
    this.wrapping.add(key);
    await this.setting.pause(between(this.random, 100, 2_000) * this.setting.deployment.timeScale);
    const { conversationId, epoch } = item;
    const outcome = await this.desk.page.insist('wrap_up:finish', { conversationId, epoch, wrapUp: WRAP_UP });
    this.desk.page.noteDeed('wrap_up:finish', conversationId, outcome);
    await this.desk.reopen();
  }
}
