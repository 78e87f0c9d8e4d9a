import { Injectable } from '@nestjs/common';
import type { VisitorConversation } from '@warmline/contracts';
import type { ConversationId } from '@warmline/kernel';
import {
  ConversationViews,
  StoredHandovers,
  type ConversationRow,
  type StoredHandover,
} from '@warmline/postgres';
import { LiveIndex, staffPresence } from '@warmline/redis';
import { VisitorWaits } from './visitor-waits';

/** Which steps of a handover a visitor is told of. */
const TOLD: { readonly [State in StoredHandover['state']]?: 'asked' | 'joined' } = {
  visitor_asked: 'asked',
  joined: 'joined',
  control_passed: 'joined',
};

/** What a visitor's page may know of its conversation. */
@Injectable()
export class VisitorViews {
  constructor(
    private readonly views: ConversationViews,
    private readonly index: LiveIndex,
    private readonly handovers: StoredHandovers,
    private readonly waits: VisitorWaits,
  ) {}

  async find(id: ConversationId): Promise<VisitorConversation | null> {
    const row = await this.views.find(id);
    return row === null ? null : this.of(row);
  }

  async of(row: ConversationRow): Promise<VisitorConversation> {
    return {
      id: row.id,
      state: row.state,
      version: row.version,
      responder: row.state === 'talking' ? await this.responderOf(row.id) : null,
      handover: row.state === 'talking' ? await this.handoverOf(row.id) : null,
      wait: await this.waits.waitOf(row),
      ...this.waits.wishesOf(row),
      waitingSince: row.waitingSince,
      head: row.lastSeq,
      receipts: { visitor: row.visitorSeen, responder: row.responderSeen },
      endReason: row.endReason,
    };
  }

  /** What the visitor is asked or told of a handover; nothing while colleagues settle it among themselves. */
  private async handoverOf(id: ConversationId): Promise<VisitorConversation['handover']> {
    const open = await this.handovers.openFor(id);
    const state = open === null || open.kind === 'cold' ? undefined : TOLD[open.state];
    if (open === null || state === undefined) return null;
    return { id: open.id, state, from: open.senderName, to: open.receiverName ?? '' };
  }

  private async responderOf(id: ConversationId): Promise<VisitorConversation['responder']> {
    const [holder] = await this.views.holders([id]);
    if (holder === undefined) return null;
    // Without Redis nobody can tell; saying that somebody left would frighten for nothing.
    const present = await this.index
      .presentAmong([staffPresence(holder.staff)])
      .then((members) => members.size > 0)
      .catch(() => true);
    return { name: holder.name, present };
  }
}
