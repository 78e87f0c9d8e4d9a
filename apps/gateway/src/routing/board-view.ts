import { Injectable } from '@nestjs/common';
import type { Board } from '@warmline/contracts';
import type { ServiceId } from '@warmline/kernel';
import { Boards, StoredHandovers, type StoredBoard } from '@warmline/postgres';
import { LiveIndex, staffPresence, visitorPresence, type Presence } from '@warmline/redis';
import { ConversationTexts } from '../conversation/conversation-texts';
import { summaryOf } from '../handover/handover-view';
import { rounded } from './rounded';

/** What a supervisor sees live. No message text. */
@Injectable()
export class BoardViews {
  constructor(
    private readonly boards: Boards,
    private readonly index: LiveIndex,
    private readonly texts: ConversationTexts,
    private readonly handovers: StoredHandovers,
  ) {}

  async read(service: ServiceId): Promise<Board> {
    const board = await this.boards.read(service);
    const present = await this.index.presentAmong(membersOf(board)).catch(() => new Set<Presence>());
    return {
      now: Math.round(board.now),
      waiting: board.waiting.map((row) => ({
        ...row,
        enteredAt: Math.round(row.enteredAt),
        waitingSince: Math.round(row.waitingSince),
        visitorPresent: present.has(visitorPresence(row.conversationId)),
      })),
      people: board.people.map((row) => ({
        ...row,
        shiftEndsAt: rounded(row.shiftEndsAt),
        present: present.has(staffPresence(row.id)),
      })),
      conversations: await Promise.all(board.conversations.map((row) => this.runningOf(row, present))),
      handovers: (await this.handovers.ofService(service)).map(summaryOf),
    };
  }

  private async runningOf(
    { nameSealed, ...row }: StoredBoard['conversations'][number],
    present: ReadonlySet<Presence>,
  ): Promise<Board['conversations'][number]> {
    return {
      ...row,
      visitorName: await this.texts.nameOf(row.conversationId, nameSealed),
      joinedAt: Math.round(row.joinedAt),
      lastVisitorMessageAt: rounded(row.lastVisitorMessageAt),
      lastResponderMessageAt: rounded(row.lastResponderMessageAt),
      visitorPresent: present.has(visitorPresence(row.conversationId)),
      responderPresent: present.has(staffPresence(row.responderId)),
      observers: [...row.observers],
    };
  }
}

const membersOf = ({ waiting, people, conversations }: StoredBoard): Presence[] => [
  ...waiting.map((row) => visitorPresence(row.conversationId)),
  ...conversations.map((row) => visitorPresence(row.conversationId)),
  ...people.map((row) => staffPresence(row.id)),
];
