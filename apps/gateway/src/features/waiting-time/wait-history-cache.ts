import { Inject, Injectable } from '@nestjs/common';
import { WaitEstimateReadModel } from '@warmline/postgres';
import { calibrate, ratesFrom, type Calibration, type ServiceRates } from '@warmline/waiting-time';
import { SERVICE, type Service } from '../../core/service-settings';
import { Timers } from '../../core/timers';

/** What was learnt from earlier waits. */
export interface WaitHistory {
  readonly calibration: Calibration;
  readonly rates: ServiceRates;
}

/** How the service has been going. Read now and then only: it moves in hours, and it is a lot to read. */
@Injectable()
export class WaitHistoryCache {
  private known: { readonly at: number; readonly lore: WaitHistory } | null = null;

  constructor(
    private readonly promises: WaitEstimateReadModel,
    private readonly timers: Timers,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** Something was learnt: the next look reads it. */
  forget(): void {
    this.known = null;
  }

  async loadHistory(): Promise<WaitHistory> {
    const now = performance.now();
    if (this.known !== null && now - this.known.at < this.timers.waitHistoryMaxAge) return this.known.lore;
    const { id } = this.service;
    const [outcomes, observed] = await Promise.all([
      this.promises.loadOutcomes(id),
      this.promises.loadObserved(id),
    ]);
    const lore = { calibration: calibrate(outcomes), rates: ratesFrom(observed) };
    this.known = { at: now, lore };
    return lore;
  }
}
