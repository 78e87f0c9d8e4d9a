import { Injectable } from '@nestjs/common';
import type { Presence as Member } from '@warmline/redis';
import { ShutdownState } from '../core/shutdown-state';
import { Timers } from '../core/timers';

/** The part of a socket that presence needs. */
export interface Answering {
  readonly id: string;
  readonly conn: { on(event: 'heartbeat', listener: () => void): unknown };
}

interface Page {
  readonly member: Member;
  /** By this process's steady clock (ms). */
  answeredAt: number;
}

/** The pages connected here whose person is known, and when each last answered a ping. */
@Injectable()
export class AnsweringPages {
  private readonly pages = new Map<string, Page>();
  private readonly counts = new Map<Member, number>();

  constructor(
    private readonly timers: Timers,
    private readonly stopping: ShutdownState,
  ) {}

  /** False when the page is known already. */
  add(socket: Answering, member: Member): boolean {
    if (this.pages.has(socket.id)) return false;
    const page = { member, answeredAt: performance.now() };
    this.pages.set(socket.id, page);
    this.counts.set(member, (this.counts.get(member) ?? 0) + 1);
    socket.conn.on('heartbeat', () => {
      page.answeredAt = performance.now();
    });
    return true;
  }

  /** Whose page it was. Null for an unknown page, and during a stop: then pages only move to another gateway. */
  remove(id: string): Member | null {
    const page = this.pages.get(id);
    if (page === undefined) return null;
    this.pages.delete(id);
    const left = (this.counts.get(page.member) ?? 1) - 1;
    if (left > 0) this.counts.set(page.member, left);
    else this.counts.delete(page.member);
    return this.stopping.hasBegun ? null : page.member;
  }

  has(member: Member): boolean {
    return this.counts.has(member);
  }

  /** Everyone with a page here that answered a ping lately. */
  answering(): Set<Member> {
    const since = performance.now() - this.timers.heartbeatValidity;
    const members = new Set<Member>();
    for (const { member, answeredAt } of this.pages.values()) if (answeredAt >= since) members.add(member);
    return members;
  }

  /** Pages known here. */
  get size(): number {
    return this.pages.size;
  }
}
