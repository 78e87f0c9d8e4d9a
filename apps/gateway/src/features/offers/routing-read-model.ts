import { Injectable } from '@nestjs/common';
import { instant, type StaffId } from '@warmline/kernel';
import { IndexReadModel, WaitingVisitorReadModel, type StoredNeed } from '@warmline/postgres';
import type { FreeResponder, QueueEntry, Situation } from '@warmline/routing';
import { WorkingDayCache } from '../../staffing/working-day-cache';

type Decides = Pick<Situation, 'now' | 'waiting' | 'free' | 'unanswered' | 'heldBefore'>;

/** What Postgres says of those the index proposes: one query for everyone who waits, and one for everyone who is free. */
@Injectable()
export class RoutingReadModel {
  constructor(
    private readonly source: IndexReadModel,
    private readonly visitors: WaitingVisitorReadModel,
    private readonly days: WorkingDayCache,
  ) {}

  async readDecisive(waiting: readonly QueueEntry[], free: readonly FreeResponder[]): Promise<Decides> {
    const [needs, responders] = await Promise.all([
      this.visitors.loadNeeds(waiting.map(({ conversation }) => conversation)),
      this.days.loadDays(free.map(({ staff }) => staff)),
    ]);
    const [first] = needs;
    const known = new Map(needs.map((need) => [need.conversation, need]));
    return {
      now: instant(first === undefined ? await this.source.now() : Math.floor(first.now)),
      waiting: waiting.map((entry) => ({ ...entry, ...wishesOf(known.get(entry.conversation)) })),
      free: responders.filter(({ availability, beingAsked }) => availability === 'available' && !beingAsked),
      unanswered: needs.flatMap(({ conversation, unanswered }) =>
        unanswered.map((offer) => ({ conversation, ...offer })),
      ),
      heldBefore: new Map(
        needs.flatMap(({ conversation, heldBefore }) =>
          heldBefore === null ? [] : [[conversation, heldBefore] as const],
        ),
      ),
    };
  }

  /** What is cached of these people is out of date. */
  forget(staff: Iterable<StaffId>): void {
    this.days.forget(staff);
  }
}

const wishesOf = (need: StoredNeed | undefined): Partial<QueueEntry> =>
  need === undefined ? {} : { language: need.language, wants: need.wants, topics: need.topics };
