import { Injectable } from '@nestjs/common';
import { instant } from '@warmline/kernel';
import { IndexMarks, IndexSource } from '@warmline/postgres';
import { LiveIndex } from '@warmline/redis';
import { freshResponder, OFFERS_STOP_BEFORE_END, RESTED, type Situation } from '@warmline/routing';
import { isWhole } from '../jobs/index-copy';
import { Timers } from '../platform/timers';

/** Who waits and who is free, from the live index; what came to nothing and what time it is, from the truth. */
@Injectable()
export class Situations {
  constructor(
    private readonly index: LiveIndex,
    private readonly truth: IndexSource,
    private readonly marks: IndexMarks,
    private readonly timers: Timers,
  ) {}

  /** Null while the index is not whole: whoever should be asked first may be missing in it. */
  async read(): Promise<Situation | null> {
    const mark = await this.marks.read();
    const { state, waiting, free } = await this.index.situation();
    if (!isWhole(mark, state)) return null;
    const isIdle = waiting.length === 0 || free.length === 0;
    const ids = isIdle ? [] : waiting.map(({ conversation }) => conversation);
    const responders = isIdle ? [] : free.map(({ staff }) => staff);
    const [unanswered, heldBefore, endingShifts] = await Promise.all([
      this.truth.unanswered(ids),
      this.truth.heldBefore(ids),
      this.truth.endingShifts(responders, OFFERS_STOP_BEFORE_END),
    ]);
    const { restAfterDecline } = this.timers;
    const now = instant(await this.truth.now());
    const people = free.map(({ staff, freeSince, load, capacity }) => ({
      ...freshResponder(staff, freeSince),
      capacity,
      caseload: { standard: load, answerFirst: 0, wrapUps: 0 },
      day: { ...RESTED, shiftEndsAt: endingShifts.has(staff) ? now : null },
    }));
    return { now, waiting, free: people, unanswered, heldBefore, restAfterDecline };
  }
}
