import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import {
  assertNever,
  conversationId,
  staffId,
  type ConversationId,
  type ServiceId,
  type SessionId,
  type StaffId,
} from '@warmline/kernel';
import { DeskReadModel } from '@warmline/postgres';
import type { Hint } from '@warmline/redis';
import { BatchLoader } from '../../core/async/batch';
import { ConnectedPages } from '../../socket/connected-pages';
import { OneAtATime } from '../../socket/one-at-a-time';
import { rooms } from '../../socket/rooms';
import { VisitorViews } from '../conversation/visitor-view';
import { LiveTimelines } from '../timeline/live-timelines';
import { DeskViews } from './desk-view';
import { LiveViews } from './live-view';

/** Views a push is made of. */
@Injectable()
export class PushedViews {
  constructor(
    readonly visitors: VisitorViews,
    readonly desks: DeskViews,
    readonly boards: LiveViews,
    readonly holders: DeskReadModel,
  ) {}
}

/** Boards are pushed this often at most (ms): they are read from the truth each time. */
const BOARDS_EVERY = 500;
/** Views read in one go, at most. */
const TOGETHER = 100;

type Changed = Extract<Hint, { kind: 'changed' }>;

/**
 * Who hears what: each hint is a choice of what to push, and every push is the newest state, read now. Whatever is to be read
 * while something of its kind is being read goes together with the next.
 */
@Injectable()
export class Deliveries {
  private boardsPushedAt = 0;
  /** What to call once the newest desk of somebody has gone out. */
  private readonly desksAwaited = new Map<StaffId, () => void>();
  private readonly changes: BatchLoader<Changed>;
  private readonly visitorViews: BatchLoader<ConversationId>;
  private readonly desks: BatchLoader<StaffId>;

  constructor(
    private readonly namespaces: ConnectedPages,
    private readonly timelines: LiveTimelines,
    private readonly views: PushedViews,
    private readonly pushes: OneAtATime,
  ) {
    const gathering = <Key>(answer: (keys: readonly Key[]) => Promise<void>): BatchLoader<Key> =>
      new BatchLoader(answer, (error) => pushes.complain(error), TOGETHER);
    this.changes = gathering((changes) => this.followChanges(changes));
    this.visitorViews = gathering((ids) => this.sendVisitorViews(ids));
    this.desks = gathering((staff) => this.sendDesks(staff));
  }

  /** A hint of this or another process, and who hears of it. */
  follow(hint: Hint): void {
    switch (hint.kind) {
      case 'heads':
        for (const [id, head] of hint.heads) this.timelines.catchUpTo(id, head);
        return this.pushBoards();
      case 'changed':
        this.changes.add([hint]);
        return this.pushBoards();
      case 'typing':
        return this.pushTyping(hint);
      case 'session':
        return this.endSession(hint.id);
      default:
        return assertNever(hint);
    }
  }

  pushConversation(id: ConversationId): void {
    this.pushConversations([id]);
  }

  /** `wasPushed` is told when the newest desk has gone out. */
  pushDesk(id: StaffId, wasPushed: () => void): void {
    if (!hasReaders(this.namespaces.staff, rooms.desk(id))) return;
    this.desksAwaited.set(id, wasPushed);
    this.desks.add([id]);
  }

  /** The boards of every service somebody here watches, not more often than they can be read. */
  pushBoards(): void {
    this.pushes.run('boards', async () => {
      const wait = this.boardsPushedAt + BOARDS_EVERY - Date.now();
      if (wait > 0) await delay(wait);
      this.boardsPushedAt = Date.now();
      const consoles = [...(this.namespaces.staff?.sockets.values() ?? [])];
      const services = new Set(consoles.map(({ data: console }) => console.person.service));
      for (const id of services) await this.pushBoard(id);
    });
  }

  /**
   * A conversation is another for its visitor and on the desks it is on; a responder's coming and going is another on their
   * own desk and for the visitors they talk with.
   */
  private async followChanges(changes: readonly Changed[]): Promise<void> {
    const conversations = [...new Set(changes.flatMap((change) => change.conversations))];
    const staff = [...new Set(changes.flatMap((change) => change.staff))];
    const { visitors, staff: consoles } = this.namespaces;
    const isSomebody = (side: { sockets: { size: number } } | null): boolean => (side?.sockets.size ?? 0) > 0;
    const { holders } = this.views;
    const [borne, held] = await Promise.all([
      isSomebody(visitors) || isSomebody(consoles) ? holders.findDeskedConversations(conversations) : [],
      isSomebody(visitors) ? holders.findHeldBy(staff) : [],
    ]);
    for (const { id, head } of borne) this.timelines.catchUpTo(id, head);
    this.pushConversations([...conversations, ...held]);
    this.pushDesks([...staff, ...borne.flatMap((conversation) => conversation.staff)]);
  }

  private pushConversations(ids: readonly ConversationId[]): void {
    const { visitors } = this.namespaces;
    this.visitorViews.add(ids.filter((id) => hasReaders(visitors, rooms.conversation(id))));
  }

  private pushDesks(ids: readonly StaffId[]): void {
    const { staff } = this.namespaces;
    this.desks.add(ids.filter((id) => hasReaders(staff, rooms.desk(id))));
  }

  private async sendVisitorViews(ids: readonly ConversationId[]): Promise<void> {
    for (const view of await this.views.visitors.loadViews(ids))
      this.namespaces.visitors
        ?.to(rooms.conversation(conversationId(view.id)))
        .emit('conversation:changed', view);
  }

  private async sendDesks(ids: readonly StaffId[]): Promise<void> {
    const awaited = ids.map((id) => [id, this.desksAwaited.get(id)] as const);
    for (const desk of await this.views.desks.loadDesks(ids))
      this.namespaces.staff?.to(rooms.desk(staffId(desk.me.id))).emit('desk:changed', desk);
    for (const [id, wasPushed] of awaited) {
      wasPushed?.();
      if (this.desksAwaited.get(id) === wasPushed) this.desksAwaited.delete(id);
    }
  }

  private async pushBoard(id: ServiceId): Promise<void> {
    const room = rooms.liveView(id);
    if (!hasReaders(this.namespaces.staff, room)) return;
    this.namespaces.staff?.to(room).emit('live_view:changed', await this.views.boards.loadLiveView(id));
  }

  private pushTyping({ id, from, typing }: Extract<Hint, { kind: 'typing' }>): void {
    const room = rooms.conversation(id);
    if (from === 'responder') this.namespaces.visitors?.to(room).emit('typing:changed', { typing });
    this.namespaces.staff?.to(room).emit('typing:changed', { conversationId: id, from, typing });
  }

  private endSession(id: SessionId): void {
    const room = rooms.session(id);
    this.namespaces.staff?.to(room).emit('session:ended', {});
    this.namespaces.staff?.in(room).disconnectSockets(true);
  }
}

const hasReaders = (namespace: { adapter: { rooms: Map<string, unknown> } } | null, room: string): boolean =>
  namespace?.adapter.rooms.has(room) ?? false;
