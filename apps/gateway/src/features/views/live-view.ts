import { Injectable } from '@nestjs/common';
import type { LiveView, StaffCommands } from '@warmline/contracts';
import type { ConversationId, ServiceId } from '@warmline/kernel';
import { HandoverReadModel, LiveViewReadModel, type StoredLiveView } from '@warmline/postgres';
import { LiveIndex, staffPresence, visitorPresence, type Presence } from '@warmline/redis';
import { rounded } from '../../core/rounded';
import { topicsOf } from '../../core/topics';
import { summaryOf } from '../handover';
import { ConversationTexts } from '../timeline';
import { LiveViewFloods } from './live-view-floods';
import { inOrder, LiveViewPeople, targetOf } from './live-view-people';
import type { LoadedLiveView } from './live-view-updates';

/** What a supervisor sees live. No message text. */
@Injectable()
export class LiveViews {
  constructor(
    private readonly stored: LiveViewReadModel,
    private readonly handovers: HandoverReadModel,
    private readonly index: LiveIndex,
    private readonly texts: ConversationTexts,
    private readonly people: LiveViewPeople,
    private readonly floods: LiveViewFloods,
  ) {}

  async loadLiveView(service: ServiceId): Promise<LoadedLiveView> {
    const [board, handovers, floods] = await Promise.all([
      this.stored.loadLiveView(service),
      this.handovers.loadHandoversOfService(service),
      this.floods.loadFloods(service),
    ]);
    const present = await this.index.presentAmong(membersOf(board)).catch(() => new Set<Presence>());
    const statuses = await this.people.loadPeople(service, (staff) => present.has(staffPresence(staff)));
    return {
      now: Math.round(board.now),
      unreadable: board.unreadable,
      waiting: await Promise.all(
        inOrder(board.waiting, board.now).map(async (stored) => {
          const { wants: _wants, nameSealed, ...row } = stored;
          return {
            ...row,
            visitorName: await this.texts.nameOf(row.conversationId, nameSealed),
            enteredAt: Math.round(row.enteredAt),
            waitingSince: Math.round(row.waitingSince),
            targetAt: targetOf(row),
            visitorPresent: present.has(visitorPresence(row.conversationId)),
            topics: topicsOf(row.topics),
            calledAt: statuses.calledAt(row.conversationId),
            whyNobody: statuses.whyNobody(stored),
          };
        }),
      ),
      people: board.people.map((row) => ({
        ...row,
        shiftEndsAt: rounded(row.shiftEndsAt),
        present: present.has(staffPresence(row.id)),
        ...statuses.of(row.id),
      })),
      conversations: await Promise.all(
        board.conversations.map(async ({ wasObserved, ...row }) => ({
          ...(await this.runningOf(row, present)),
          toObserve: wasObserved ? null : statuses.toObserve(row.responderId),
        })),
      ),
      handovers: handovers.map(summaryOf),
      floods,
    };
  }

  /** Who is held back from this visitor by what, by name. Null for one who does not wait here. */
  async findWhyNobody(
    service: ServiceId,
    conversation: ConversationId,
  ): Promise<StaffCommands['waiting:why']['reply'] | null> {
    const board = await this.stored.loadLiveView(service);
    const row = board.waiting.find((one) => one.conversationId === conversation);
    if (row === undefined) return null;
    const present = await this.index.presentAmong(membersOf(board)).catch(() => new Set<Presence>());
    const statuses = await this.people.loadPeople(service, (staff) => present.has(staffPresence(staff)));
    const names = new Map(board.people.map(({ id, name }) => [id, name]));
    return {
      people: statuses
        .whoIsHeldBack(row)
        .map(({ staff, obstacle }) => ({ id: staff, name: names.get(staff) ?? '', obstacle })),
    };
  }

  private async runningOf(
    { nameSealed, ...row }: Omit<StoredLiveView['conversations'][number], 'wasObserved'>,
    present: ReadonlySet<Presence>,
  ): Promise<Omit<LiveView['conversations'][number], 'toObserve'>> {
    return {
      ...row,
      visitorName: await this.texts.nameOf(row.conversationId, nameSealed),
      topics: topicsOf(row.topics),
      startedAt: Math.round(row.startedAt),
      joinedAt: Math.round(row.joinedAt),
      lastVisitorMessageAt: rounded(row.lastVisitorMessageAt),
      lastResponderMessageAt: rounded(row.lastResponderMessageAt),
      visitorPresent: present.has(visitorPresence(row.conversationId)),
      responderPresent: present.has(staffPresence(row.responderId)),
      observers: [...row.observers],
    };
  }
}

const membersOf = ({ waiting, people, conversations }: StoredLiveView): Presence[] => [
  ...waiting.map((row) => visitorPresence(row.conversationId)),
  ...conversations.map((row) => visitorPresence(row.conversationId)),
  ...people.map((row) => staffPresence(row.id)),
];
