import { Injectable } from '@nestjs/common';
import type { Share, Wall } from '@warmline/contracts';
import { shownCount, shownSplit } from '@warmline/figures';
import { SECOND, type ServiceId } from '@warmline/kernel';
import { TimedCache } from '../../core/async/cache';
import { Timers } from '../../core/timers';
import { WallboardViews } from '../figures';

/** However many walls there are, the figures are read once in so long (ms). */
const READ_EVERY = 5 * SECOND;

/** The figures of the last hours, for screens on walls. */
@Injectable()
export class WallViews {
  private readonly cache = new TimedCache(async (service: ServiceId): Promise<Wall> => {
    const { steps: _steps, ...figures } = await this.wallboards.loadWallboard(service);
    return withoutFew(figures);
  });

  constructor(
    private readonly wallboards: WallboardViews,
    private readonly timers: Timers,
  ) {}

  loadWall(service: ServiceId): Promise<Wall> {
    return this.cache.get(this.timers.scaled(READ_EVERY), service);
  }
}

/** Anyone in the room reads a wall: of fewer than ten nothing is told, nor how many there were. */
const shown = (share: Share): Share =>
  share.of === null ? share : { ...share, ...shownSplit({ part: share.part ?? 0, of: share.of }) };

const withoutFew = (wall: Wall): Wall => ({
  ...wall,
  answerRate: shown(wall.answerRate),
  reachRate: shown(wall.reachRate),
  serviceLevel: wall.serviceLevel.map((level) => ({ ...level, share: shown(level.share) })),
  leftWaiting: shown(wall.leftWaiting),
  waitEstimate:
    wall.waitEstimate === null
      ? null
      : { kept: shown(wall.waitEstimate.kept), lateBadly: shown(wall.waitEstimate.lateBadly) },
  helpCalls: {
    ...wall.helpCalls,
    response: wall.helpCalls.response.map((one) => ({ ...one, n: shownCount(one.n ?? 0) })),
  },
});
