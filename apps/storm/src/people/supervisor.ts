import { updatedLiveView } from '@warmline/client';
import type { HelpView, LiveView } from '@warmline/contracts';
import type { DeploymentSignIn } from '../deployment/deployment';
import { Caseload } from './caseload';
import { Desk } from './desk';
import { between, oneOf, type Random } from './seeded-random';
import type { Setting } from './setting';
import { Thread } from './thread';

/** Watches the board and reads along, one conversation after the other; now and then takes one over. */
export class Supervisor {
  readonly desk: Desk;
  readonly caseload: Caseload;
  private board: LiveView | null = null;
  private readonly alarmed = new Set<string>();
  private readonly answered = new Set<string>();
  private toRead: string | null = null;
  private reads: { readonly conversation: string; readonly thread: Thread } | null = null;

  constructor(
    private readonly setting: Setting,
    private readonly random: Random,
    person: DeploymentSignIn,
  ) {
    this.desk = new Desk(setting, random, person);
    this.caseload = new Caseload(setting, random, this.desk);
    const { page } = this.desk;
    page.connection.on('live_view:changed', (update) => {
      if (this.board === null) return;
      const next = updatedLiveView(this.board, update);
      if (next === null) void this.openBoard();
      else this.board = next;
    });
    page.connection.on('timeline:appended', ({ conversationId, entries }) => {
      const isHeld = this.caseload.hear(conversationId, entries);
      const reads = this.reads?.conversation === conversationId ? this.reads : null;
      // Taken over while it was read: both show it, and it was heard once.
      if (isHeld) reads?.thread.feed.push(entries);
      else if (reads !== null) reads.thread.pushed(entries);
      else this.desk.noteStray(conversationId, entries);
    });
    page.connection.on('help:changed', (view) => this.hear(view));
    page.onUp(() => void this.comeBack());
  }

  get readings(): { readonly conversation: string; readonly thread: Thread; readonly online: boolean }[] {
    const reads = this.reads === null ? [] : [{ ...this.reads, online: this.desk.page.isOnline }];
    return [...reads, ...this.caseload.readings];
  }

  async work(): Promise<void> {
    await this.desk.arrive();
    const { timeScale } = this.setting.deployment;
    while (!this.setting.isCalm) {
      await this.setting.pause(between(this.random, 2_000, 8_000) * timeScale);
      if (!this.setting.isCalm) await this.readAnother();
    }
  }

  close(): void {
    this.reads?.thread.stop();
    this.caseload.close();
    this.desk.page.close();
  }

  /** A lost connection ends every reading along on the server, so it is asked for again. */
  private async comeBack(): Promise<void> {
    const { page } = this.desk;
    await this.openBoard();
    const help = await page.insist('help:open', {});
    if (help?.kind === 'done') this.hear(help.value);
    if (this.reads !== null) await this.observe(this.reads);
  }

  /** Notes each alarm once, and answers each question of a colleague, also late. */
  private hear({ inDanger, endings }: HelpView): void {
    const { who, page } = this.desk;
    const conversationIds = inDanger.map(({ conversationId }) => conversationId);
    // As a console does that shows the alarm: the audit then says when someone heard.
    if (conversationIds.length > 0) void page.connection.send('help:heard', { conversationIds });
    for (const { conversationId: conversation, since } of inDanger) {
      const alarm = `${conversation} ${since}`;
      if (this.alarmed.has(alarm)) continue;
      this.alarmed.add(alarm);
      this.setting.history.write({ k: 'alarmed', who, conversation });
    }
    for (const { id, conversationId } of endings.toAgree) {
      if (this.answered.has(id)) continue;
      this.answered.add(id);
      void this.answerEnding(id, conversationId);
    }
  }

  private async answerEnding(requestId: string, conversationId: string): Promise<void> {
    const { page } = this.desk;
    await this.setting.pause(between(this.random, 0, 20_000) * this.setting.deployment.timeScale);
    if (this.random() < 0.2) {
      const outcome = await page.insist('ending:decline', { requestId, word: 'stay a little' });
      return page.noteDeed('ending:decline', conversationId, outcome);
    }
    const outcome = await page.insist('ending:agree', { requestId });
    page.noteDeed('ending:agree', conversationId, outcome);
    if (outcome?.kind !== 'refused' || outcome.refusal !== 'read_first') return;
    // They have written since: it is read next, and answered again once the view says so.
    this.toRead = conversationId;
    this.answered.delete(requestId);
  }

  private async openBoard(): Promise<void> {
    const board = await this.desk.page.insist('live_view:open', {});
    if (board?.kind === 'done') this.board = board.value;
  }

  private async readAnother(): Promise<void> {
    await this.stopReading();
    const running = oneOf(this.random, this.board?.conversations ?? []);
    const conversation = this.toRead ?? running?.conversationId;
    this.toRead = null;
    if (conversation === undefined) return;
    const reads = { conversation, thread: this.makeThread(conversation) };
    this.reads = reads;
    await this.observe(reads);
    if (this.random() < 0.05) await this.takeOver(conversation);
  }

  private async takeOver(conversationId: string): Promise<void> {
    const { page } = this.desk;
    const outcome = await page.insist('conversation:take_over', { conversationId, reason: 'quality' });
    page.noteDeed('conversation:take_over', conversationId, outcome);
    await this.desk.reopen();
  }

  private async observe({ conversation, thread }: NonNullable<Supervisor['reads']>): Promise<void> {
    const outcome = await this.desk.page.insist('conversation:observe', { conversationId: conversation });
    this.desk.page.noteDeed('conversation:observe', conversation, outcome);
    if (outcome?.kind !== 'done' || this.reads?.thread !== thread) return;
    const { entries, head } = outcome.value.page;
    thread.opened(entries, head);
    thread.resume();
  }

  private async stopReading(): Promise<void> {
    const { reads } = this;
    this.reads = null;
    if (reads === null) return;
    reads.thread.stop();
    const about = { conversationId: reads.conversation };
    const outcome = await this.desk.page.insist('conversation:unobserve', about);
    this.desk.page.noteDeed('conversation:unobserve', reads.conversation, outcome);
  }

  private makeThread(conversationId: string): Thread {
    const { setting, random, desk } = this;
    const { page } = desk;
    return new Thread({
      setting,
      random,
      who: desk.who,
      conversation: conversationId,
      role: 'responder',
      epoch: null,
      lineNow: () => page,
      read: (after) => page.connection.send('timeline:read', { conversationId, after }),
      send: () => Promise.resolve({ kind: 'refused', refusal: 'not_allowed' }),
    });
  }
}
