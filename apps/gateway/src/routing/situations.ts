import { Injectable } from '@nestjs/common';
import { instant } from '@warmline/kernel';
import { IndexSource } from '@warmline/postgres';
import { LiveIndex } from '@warmline/redis';
import type { Situation } from '@warmline/routing';
import { Timers } from '../platform/timers';

/** Who waits and who is free, from the live index; what came to nothing and what time it is, from the truth. */
@Injectable()
export class Situations {
  constructor(
    private readonly index: LiveIndex,
    private readonly truth: IndexSource,
    private readonly timers: Timers,
  ) {}

  async read(): Promise<Situation> {
    const { waiting, free } = await this.index.situation();
    const isIdle = waiting.length === 0 || free.length === 0;
    const ids = isIdle ? [] : waiting.map(({ conversation }) => conversation);
    const [unanswered, heldBefore] = await Promise.all([
      this.truth.unanswered(ids),
      this.truth.heldBefore(ids),
    ]);
    const { restAfterDecline } = this.timers;
    const now = instant(await this.truth.now());
    return { now, waiting, free, unanswered, heldBefore, restAfterDecline };
  }
}
