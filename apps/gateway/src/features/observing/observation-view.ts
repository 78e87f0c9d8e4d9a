import { Injectable } from '@nestjs/common';
import type { Observation } from '@warmline/contracts';
import type { ConversationId } from '@warmline/kernel';
import { ConversationReadModel } from '@warmline/postgres';
import { ConversationTexts, ReadTimeline } from '../timeline';

/** What a supervisor gets on opening a conversation to read. */
@Injectable()
export class ObservationViews {
  constructor(
    private readonly conversations: ConversationReadModel,
    private readonly texts: ConversationTexts,
    private readonly read: ReadTimeline,
  ) {}

  async loadView(id: ConversationId): Promise<Observation | null> {
    const row = await this.conversations.findConversation(id);
    const safety = await this.conversations.loadSafety(id);
    if (row === null || safety === null) return null;
    const [holder] = await this.conversations.findHolders([id]);
    return {
      conversationId: id,
      visitorName: await this.texts.visitorName(row),
      responderName: holder?.name ?? null,
      state: row.state,
      band: row.band,
      safety,
      page: await this.read.readPage(id, 0),
    };
  }
}
