import { Injectable } from '@nestjs/common';
import type { VisitorConversation } from '@warmline/contracts';
import type { ConversationId } from '@warmline/kernel';
import { ConversationViews, type ConversationRow } from '@warmline/postgres';
import { LiveIndex, staffPresence } from '@warmline/redis';

/** What a visitor's page may know of its conversation. */
@Injectable()
export class VisitorViews {
  constructor(
    private readonly views: ConversationViews,
    private readonly index: LiveIndex,
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
      wait: row.band === 1 ? 'next' : 'unknown',
      waitingSince: row.waitingSince,
      head: row.lastSeq,
      receipts: { visitor: row.visitorSeen, responder: row.responderSeen },
      endReason: row.endReason,
    };
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
