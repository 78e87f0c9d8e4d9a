import { randomBytes } from 'node:crypto';
import { newMessageId } from '@warmline/client';
import {
  PROTOCOL_VERSION,
  VISITOR_NAMESPACE,
  type VisitorCommands,
  type VisitorNotices,
} from '@warmline/contracts';
import type { Deployment, DeploymentSignIn } from '../deployment/deployment';
import { Desk } from '../people/desk';
import { Page } from '../people/page';
import { scaledClock } from '../people/scaled-clock';
import type { Random } from '../people/seeded-random';
import { Setting } from '../people/setting';

/** A responder who takes what is offered and goes on without end. */
class SteadyResponder {
  readonly desk: Desk;
  /** Ids of the messages this console was shown. */
  readonly heard = new Set<string>();
  private answering = '';

  constructor(setting: Setting, random: Random, who: DeploymentSignIn) {
    this.desk = new Desk(setting, random, who);
    this.desk.onChange(() => void this.look());
    this.desk.page.connection.on('timeline:appended', ({ entries }) => {
      for (const { id } of entries) this.heard.add(id);
    });
  }

  async arrive(): Promise<void> {
    await this.desk.arrive();
    await this.desk.page.insist('shift:check_in', { answer: 'yes', takesSurge: false });
    await this.desk.reopen();
  }

  private async look(): Promise<void> {
    const { page, view } = this.desk;
    const offerId = view?.offer?.id;
    if (offerId !== undefined && offerId !== this.answering) {
      this.answering = offerId;
      await page.insist('offer:accept', { offerId });
      await this.desk.reopen();
    }
    // Reading makes the console hear what follows; what came while its line was away is in the answer.
    for (const { conversationId } of view?.caseload ?? []) void this.read(conversationId);
  }

  async read(conversationId: string): Promise<void> {
    const outcome = await this.desk.page.connection.send('timeline:read', { conversationId, after: 0 });
    if (outcome.kind === 'done') for (const { id } of outcome.value.entries) this.heard.add(id);
  }
}

/** A visitor who stays. */
class SteadyVisitor {
  isTalking = false;
  private readonly page: Page<VisitorCommands, VisitorNotices>;
  private readonly token = randomBytes(32).toString('base64url');

  constructor(setting: Setting, random: Random, who: string) {
    const handshake = () => ({ token: this.token, protocol: PROTOCOL_VERSION });
    this.page = new Page({ who, setting, random, namespace: VISITOR_NAMESPACE, handshake });
    this.page.connection.on('conversation:changed', ({ state }) => {
      this.isTalking = state === 'talking';
    });
    this.page.onUp(() => void this.reopen());
  }

  async start(): Promise<void> {
    this.page.connection.start();
    const payload = { startId: newMessageId(), safety: 'safe', name: '', language: 'en' } as const;
    await this.page.insist('conversation:start', payload);
    await this.reopen();
  }

  /** Resolves to the id of a message that is stored. */
  async say(): Promise<string | null> {
    const id = newMessageId();
    const outcome = await this.page.insist('message:send', { id, body: `still here ${id}` });
    return outcome?.kind === 'done' ? id : null;
  }

  close(): void {
    this.page.close();
  }

  private async reopen(): Promise<void> {
    const outcome = await this.page.connection.send('conversation:open', {});
    if (outcome.kind === 'done') this.isTalking = outcome.value.state === 'talking';
  }
}

/** Talks that nobody ends, so that whatever ends one is to blame. */
export class SteadyConversations {
  private readonly setting: Setting;
  private readonly visitors: readonly SteadyVisitor[];
  private readonly responders: readonly SteadyResponder[];

  /** As many talks as there are responders. */
  constructor(deployment: Deployment, random: Random) {
    const setting = new Setting(deployment, scaledClock(deployment.timeScale), { write: () => undefined });
    this.setting = setting;
    const staff = deployment.signIns.filter(({ role }) => role === 'responder');
    this.responders = staff.map((who) => new SteadyResponder(setting, random, who));
    this.visitors = staff.map((_, position) => new SteadyVisitor(setting, random, `v${position}`));
  }

  /** Resolves when everyone talks; to false when that took longer than `withinMs`. */
  async begin(withinMs: number): Promise<boolean> {
    for (const responder of this.responders) void responder.arrive();
    await Promise.all(this.visitors.map((visitor) => visitor.start()));
    return this.becomes(() => this.visitors.every(({ isTalking }) => isTalking), withinMs);
  }

  /** Each visitor says something: resolves when a responder hears every word; to false after `withinMs`. */
  async flows(withinMs: number): Promise<boolean> {
    const deadline = performance.now() + withinMs;
    const said: string[] = [];
    const saying = this.visitors.map(async (visitor) => {
      const id = await visitor.say();
      if (id !== null) said.push(id);
    });
    const { length } = this.visitors;
    if (!(await this.becomes(() => said.length === length, withinMs))) return false;
    await Promise.all(saying);
    const isHeard = (id: string): boolean => this.responders.some(({ heard }) => heard.has(id));
    return this.becomes(() => said.every(isHeard), deadline - performance.now());
  }

  stop(): void {
    this.setting.end();
    for (const visitor of this.visitors) visitor.close();
    for (const { desk } of this.responders) desk.page.close();
  }

  private async becomes(isSo: () => boolean, withinMs: number): Promise<boolean> {
    const deadline = performance.now() + withinMs;
    while (!isSo()) {
      if (performance.now() > deadline) return false;
      await this.setting.pause(20);
    }
    return true;
  }
}
