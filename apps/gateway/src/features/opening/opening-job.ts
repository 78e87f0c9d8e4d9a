import { Injectable } from '@nestjs/common';
import { SECOND } from '@warmline/kernel';
import { actOnSuggestion, pressureAfter, type OpeningMoment, type Pressure } from '@warmline/opening';
import { Changes } from '../../index/changes';
import { ServiceOpening } from './service-opening';

/** Two bounds count as equal when they are closer than this (ms), since minutes are shown. */
const SAME = 5 * SECOND;

const isSameBound = (left: number | null, right: number | null): boolean =>
  left === null || right === null ? left === right : Math.abs(left - right) < SAME;

const isSame = (left: Pressure, right: Pressure): boolean =>
  left.overSince === right.overSince && left.calmSince === right.calmSince;

/** The moment with the newest bound. */
const withBound = (moment: OpeningMoment, bound: number | null): OpeningMoment => {
  const { situation, now } = moment;
  const pressure = pressureAfter(situation.pressure, bound, now);
  return { ...moment, situation: { ...situation, pressure, standardBound: bound } };
};

/**
 * Stores what the opening state depends on, and the changes it makes by itself. Everything is decided again in Postgres under
 * the lock, so workers may run it late or twice, and one of them writes.
 */
@Injectable()
export class OpeningJob {
  constructor(
    private readonly opening: ServiceOpening,
    private readonly changes: Changes,
  ) {}

  /** `bound`: U80 of a standard visitor who came now (ms); null while nothing can be said. */
  async updateOpening(bound: number | null): Promise<void> {
    const seen = await this.opening.readNow();
    const next = withBound(seen, bound);
    const { situation } = seen;
    const isNews =
      !isSameBound(situation.standardBound, bound) || !isSame(situation.pressure, next.situation.pressure);
    if (!isNews && actOnSuggestion(next).length === 0) return;
    await this.changes.commit(async (stores) => {
      const moment = withBound(await stores.opening.lock(this.opening.service), bound);
      await stores.opening.recordPressure(moment.service, moment.situation.pressure, bound);
      for (const fact of actOnSuggestion(moment)) await stores.opening.setOpening(fact);
    });
  }
}
