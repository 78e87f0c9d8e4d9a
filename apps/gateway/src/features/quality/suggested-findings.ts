import { Injectable } from '@nestjs/common';
import type { Entry } from '@warmline/contracts';
import { ServiceContentReadModel, TimelineReadModel, type StoredReviewDetail } from '@warmline/postgres';
import { suggestFindings, type SuggestedFinding } from '@warmline/quality';
import { ReadTimeline } from '../timeline';

/** Suggestions of one review, at most. */
const MOST = 20;

/** Looks through a conversation under review for places that its reviewer should look at. Nothing of it is stored. */
@Injectable()
export class SuggestedFindings {
  constructor(
    private readonly timeline: ReadTimeline,
    private readonly timelines: TimelineReadModel,
    private readonly content: ServiceContentReadModel,
  ) {}

  /** The caller has recorded that this person reads the conversation. */
  async load(review: StoredReviewDetail): Promise<SuggestedFinding[]> {
    const [entries, written, resources] = await Promise.all([
      this.readAll(review),
      this.timelines.findWrittenBy(review.conversation, review.responder),
      this.content.loadResources(review.service),
    ]);
    const messages = entries.flatMap((entry) =>
      entry.kind === 'message' && written.has(entry.seq) ? [{ seq: entry.seq, body: entry.body ?? '' }] : [],
    );
    const { leftBand1 } = review;
    return suggestFindings(messages, { vetted: { resources }, leftBand1 }).slice(0, MOST);
  }

  private async readAll({ conversation }: StoredReviewDetail): Promise<Entry[]> {
    const all: Entry[] = [];
    for (;;) {
      const { entries, head } = await this.timeline.readPage(conversation, all.length);
      all.push(...entries);
      if (entries.length === 0 || all.length >= head) return all;
    }
  }
}
