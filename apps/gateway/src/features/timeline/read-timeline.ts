import { Injectable } from '@nestjs/common';
import { TIMELINE_PAGE_MAX, type TimelinePage } from '@warmline/contracts';
import type { ConversationId } from '@warmline/kernel';
import { TimelineReadModel } from '@warmline/postgres';
import { ConversationTexts } from './conversation-texts';

/** The one resume path of every page: what came after the last number it has. */
@Injectable()
export class ReadTimeline {
  constructor(
    private readonly timelines: TimelineReadModel,
    private readonly texts: ConversationTexts,
  ) {}

  /** Exactly `after`+1 and on, in order, one page; past the head it is empty and says where the head is. */
  async readPage(conversation: ConversationId, after: number): Promise<TimelinePage> {
    const page = await this.timelines.loadPage(conversation, after, TIMELINE_PAGE_MAX);
    return { entries: await this.texts.openEntries(conversation, page.entries), head: page.head };
  }
}
