import { randomUUID } from 'node:crypto';
import { HttpException, Injectable } from '@nestjs/common';
import type { PracticeActSent, TestChatMessage, TestChatView } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { PracticeReadModel } from '@warmline/postgres';
import { ActInPractice, BeginPractice, PracticeViews } from '../practice';

const STATUS: Readonly<Record<string, number>> = {
  not_found: 404,
  too_fast: 429,
  malformed: 400,
  empty_message: 400,
  message_too_long: 400,
};

/**
 * A chat that one person holds with themselves. It is practice, with the same person in both parts: sealed, stored and shown as
 * a real one is, and like all practice in no queue, figure or list.
 */
@Injectable()
export class TestChats {
  constructor(
    private readonly stored: PracticeReadModel,
    private readonly beginning: BeginPractice,
    private readonly acting: ActInPractice,
    private readonly views: PracticeViews,
  ) {}

  async readView(person: StaffPrincipal): Promise<TestChatView> {
    const running = await this.stored.findRunningTest(person.staff);
    const view = running && (await this.views.loadFor(person, running.id));
    if (running === null || view === null) return { chat: null, isWhole: false };
    const messages = view.entries.flatMap((entry) =>
      entry.kind === 'message'
        ? [{ id: entry.id, from: entry.from, body: entry.body ?? '', at: entry.at }]
        : [],
    );
    const sides = new Set(messages.map(({ from }) => from));
    return { chat: { id: running.id, messages }, isWhole: sides.size === 2 };
  }

  async begin(person: StaffPrincipal, id: string): Promise<TestChatView> {
    orThrow(await this.beginning.beginTest(person, id));
    return this.readView(person);
  }

  async say(person: StaffPrincipal, { chat, id, from, body: words }: TestChatMessage): Promise<TestChatView> {
    await this.act(person, chat, { id, act: { kind: from === 'visitor' ? 'visitor_say' : 'say', words } });
    return this.readView(person);
  }

  /** Ends it and writes it up, as a real one. Before both sides have written it is only left, and counts for nothing. */
  async finish(person: StaffPrincipal, chat: string): Promise<TestChatView> {
    const { isWhole } = await this.readView(person);
    const acts: readonly PracticeActSent[] = isWhole
      ? [{ kind: 'end', reason: 'responder_ended_agreed' }, { kind: 'wrap_up' }]
      : [{ kind: 'leave' }];
    for (const act of acts) await this.act(person, chat, { id: randomUUID(), act });
    return this.readView(person);
  }

  private async act(
    person: StaffPrincipal,
    practice: string,
    act: { readonly id: string; readonly act: PracticeActSent },
  ): Promise<void> {
    orThrow(await this.acting.act(person, { practice, ...act }));
  }
}

const orThrow = (refusal: string | null): void => {
  if (refusal !== null) throw new HttpException({ refusal }, STATUS[refusal] ?? 409);
};
