import { Inject, Injectable } from '@nestjs/common';
import { WaitEstimateReadModel } from '@warmline/postgres';
import { calibrate, ratesFrom, type Calibration, type ServiceRates } from '@warmline/waiting-time';
import { TimedCache } from '../../core/async/cache';
import { SERVICE, type Service } from '../../core/service-settings';
import { Timers } from '../../core/timers';

/** What earlier waits teach. */
export interface WaitHistory {
  readonly calibration: Calibration;
  readonly rates: ServiceRates;
}

/** How waits have gone lately. It is much to read and changes over hours, so it is kept for a while. */
@Injectable()
export class WaitHistoryCache {
  private readonly cache = new TimedCache(() => this.readHistory());

  constructor(
    private readonly estimates: WaitEstimateReadModel,
    private readonly timers: Timers,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** A wait is over: the next caller reads it. */
  forget(): void {
    this.cache.forget();
  }

  loadHistory(): Promise<WaitHistory> {
    return this.cache.get(this.timers.waitHistoryMaxAge);
  }

  private async readHistory(): Promise<WaitHistory> {
    const { id } = this.service;
    const [outcomes, observed] = await Promise.all([
      this.estimates.loadOutcomes(id),
      this.estimates.loadObserved(id),
    ]);
    return { calibration: calibrate(outcomes), rates: ratesFrom(observed) };
  }
}
