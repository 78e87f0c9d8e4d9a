import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import {
  assertNever,
  type ConversationId,
  type ServiceId,
  type SessionId,
  type StaffId,
} from '@warmline/kernel';
import { Desks } from '@warmline/postgres';
import type { Hint } from '@warmline/redis';
import { VisitorViews } from '../conversation/visitor-view';
import { BoardViews } from '../routing/board-view';
import { DeskViews } from '../routing/desk-view';
import { LiveTimelines } from './live-timelines';
import { Namespaces } from './namespaces';
import { OneAtATime } from './one-at-a-time';
import { rooms } from './rooms';

/** Views a push is made of. */
@Injectable()
export class PushedViews {
  constructor(
    readonly visitors: VisitorViews,
    readonly desks: DeskViews,
    readonly boards: BoardViews,
    readonly holders: Desks,
  ) {}
}

/** Boards are pushed this often at most (ms): they are read from the truth each time. */
const BOARDS_EVERY = 500;

/** Who hears what: each hint is a choice of what to push, and every push is the newest state, read now. */
@Injectable()
export class Deliveries {
  private boardsPushedAt = 0;

  constructor(
    private readonly namespaces: Namespaces,
    private readonly timelines: LiveTimelines,
    private readonly views: PushedViews,
    private readonly pushes: OneAtATime,
  ) {}

  /** A hint of this or another process, and who hears of it. */
  follow(hint: Hint): void {
    switch (hint.kind) {
      case 'heads':
        for (const [id, head] of hint.heads) this.timelines.catchUpTo(id, head);
        return this.pushBoards();
      case 'conversation':
        this.timelines.catchUp(hint.id);
        this.pushConversation(hint.id);
        this.pushDesksOf(hint.id);
        return this.pushBoards();
      case 'staff':
        this.pushDesk(hint.id);
        this.pushConversationsOf(hint.id);
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
    const room = rooms.conversation(id);
    if (!this.hasReaders(this.namespaces.visitors, room)) return;
    this.pushes.run(`conversation:${id}`, async () => {
      const view = await this.views.visitors.find(id);
      if (view !== null) this.namespaces.visitors?.to(room).emit('conversation:changed', view);
    });
  }

  /** `wasPushed` is told when the newest desk has gone out. */
  pushDesk(id: StaffId, wasPushed: () => void = () => undefined): void {
    const room = rooms.desk(id);
    if (!this.hasReaders(this.namespaces.staff, room)) return;
    this.pushes.run(`desk:${id}`, async () => {
      const desk = await this.views.desks.find(id);
      if (desk !== null) this.namespaces.staff?.to(room).emit('desk:changed', desk);
      wasPushed();
    });
  }

  /** The desks a conversation is on: its holder's, and whoever is being asked. */
  pushDesksOf(id: ConversationId): void {
    if ((this.namespaces.staff?.sockets.size ?? 0) === 0) return;
    this.pushes.run(`desks-of:${id}`, async () => {
      for (const staff of await this.views.holders.staffOf(id)) this.pushDesk(staff);
    });
  }

  /** What a responder's coming and going means to the visitors they talk with. */
  private pushConversationsOf(staff: StaffId): void {
    if ((this.namespaces.visitors?.sockets.size ?? 0) === 0) return;
    this.pushes.run(`conversations-of:${staff}`, async () => {
      for (const id of await this.views.holders.conversationsOf(staff)) this.pushConversation(id);
    });
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

  private async pushBoard(id: ServiceId): Promise<void> {
    const room = rooms.board(id);
    if (!this.hasReaders(this.namespaces.staff, room)) return;
    this.namespaces.staff?.to(room).emit('board:changed', await this.views.boards.read(id));
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

  private hasReaders(namespace: { adapter: { rooms: Map<string, unknown> } } | null, room: string): boolean {
    return namespace?.adapter.rooms.has(room) ?? false;
  }
}
