import { Injectable } from '@nestjs/common';
import { instant } from '@warmline/kernel';
import { IndexSource, WaitingVisitors, WorkingDays } from '@warmline/postgres';
import type { FreeResponder, QueueEntry, Situation } from '@warmline/routing';

type Decides = Pick<Situation, 'now' | 'waiting' | 'free' | 'unanswered' | 'heldBefore'>;

/** What the truth says of those whom the index proposes, in one question each for all of them. */
@Injectable()
export class RoutingTruth {
  constructor(
    private readonly source: IndexSource,
    private readonly visitors: WaitingVisitors,
    private readonly days: WorkingDays,
  ) {}

  async of(waiting: readonly QueueEntry[], free: readonly FreeResponder[]): Promise<Decides> {
    const ids = waiting.map(({ conversation }) => conversation);
    const [unanswered, heldBefore, wishes, responders] = await Promise.all([
      this.source.unanswered(ids),
      this.source.heldBefore(ids),
      this.visitors.wishes(ids),
      this.days.of(free.map(({ staff }) => staff)),
    ]);
    return {
      now: instant(await this.source.now()),
      waiting: waiting.map((entry) => ({ ...entry, ...wishes.get(entry.conversation) })),
      free: responders.filter(({ availability, beingAsked }) => availability === 'available' && !beingAsked),
      unanswered,
      heldBefore,
    };
  }
}
