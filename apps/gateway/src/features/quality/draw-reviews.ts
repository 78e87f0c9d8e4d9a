import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { later } from '@warmline/kernel';
import type { ReviewDraw, Stores } from '@warmline/postgres';
import { drawHalfMonth, FEEDBACK_WITHIN, hasSecondRater, type Lots } from '@warmline/quality';
import type { Rater } from '@warmline/vocabulary';
import { PeriodicJobs } from '../../core/periodic-jobs';
import { SERVICE, type Service } from '../../core/service-settings';
import { Changes } from '../../index/changes';

const SEED_BYTES = 32;
/** Bytes of a lot: as many as a number holds without loss. */
const LOT_BYTES = 6;

/** HMAC-SHA-256 of the label under the seed, its first 48 bits as a fraction: docs/spec/quality.md#sampling. */
export const lotsOf =
  (seed: Buffer): Lots =>
  (label) =>
    createHmac('sha256', seed).update(label).digest().readUIntBE(0, LOT_BYTES) / 2 ** (8 * LOT_BYTES);

/** Plans the reviews of a service, again and again through the day. A review that is planned already is left as it is. */
@Injectable()
export class DrawReviews implements OnApplicationBootstrap {
  constructor(
    private readonly changes: Changes,
    private readonly jobs: PeriodicJobs,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.start('reviews', this.jobs.timers.reviewDrawInterval, () => this.draw());
  }

  /** Harmless however often, and by however many processes: the day's row of the draw is the lock. */
  async draw(): Promise<void> {
    await this.changes.commit(async (stores) => {
      const draw = await stores.reviewDraws.beginDraw(this.service.id, randomBytes(SEED_BYTES));
      const lots = lotsOf(draw.seed);
      const planned = [...(await stores.reviewDraws.findCertain(this.service.id))];
      await this.plan(stores, { draw, lots, planned });
      if (!draw.isHalfDrawn) await this.drawHalf(stores, draw, lots);
    });
  }

  private async drawHalf(stores: Stores, draw: ReviewDraw, lots: Lots): Promise<void> {
    const { id } = this.service;
    const candidates = await stores.reviewDraws.findCandidates(id, draw);
    const drawnBefore = await stores.reviewDraws.findDrawnBefore(id, draw.half);
    const planned = drawHalfMonth({ candidates, drawnBefore }, lots).map((one) => ({
      ...one,
      because: 'monthly' as const,
    }));
    await this.plan(stores, { draw, lots, planned });
    await stores.reviewDraws.markHalfDrawn(id, draw);
  }

  private async plan(stores: Stores, { draw, lots, planned }: Planning): Promise<void> {
    const at = await stores.now();
    const times = { dueAt: later(at, FEEDBACK_WITHIN), drawnOn: draw.day };
    const service = this.service.id;
    for (const { conversation, responder, because } of planned) {
      const raters: Rater[] = hasSecondRater({ conversation, responder }, lots)
        ? ['first', 'second']
        : ['first'];
      for (const rater of raters) {
        const about = { service, conversation, review: randomUUID(), responder, by: null, at };
        await stores.reviews.plan({ type: 'review_planned', ...about, because, rater }, times);
      }
    }
  }
}

interface Planning {
  readonly draw: ReviewDraw;
  readonly lots: Lots;
  readonly planned: readonly Pick<
    Parameters<Stores['reviews']['plan']>[0],
    'conversation' | 'responder' | 'because'
  >[];
}
