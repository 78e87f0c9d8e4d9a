import { Injectable } from '@nestjs/common';
import type { Wall } from '@warmline/contracts';
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
    return figures;
  });

  constructor(
    private readonly wallboards: WallboardViews,
    private readonly timers: Timers,
  ) {}

  loadWall(service: ServiceId): Promise<Wall> {
    return this.cache.get(this.timers.scaled(READ_EVERY), service);
  }
}
