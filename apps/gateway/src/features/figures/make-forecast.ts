import { setImmediate as breathe, setTimeout as rest } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { localTime } from '@warmline/calendar';
import type { Forecast } from '@warmline/contracts';
import { MINUTE, SECOND, type Instant } from '@warmline/kernel';
import { ForecastReadModel } from '@warmline/postgres';
import {
  expectedArrivals,
  forecastStaffing,
  type ForecastRequest,
  type StaffingForecast,
} from '@warmline/simulation';
import { TARGET_MINUTES } from '@warmline/vocabulary';
import { SERVICE, type Service } from '../../core/service-settings';
import { WaitHistoryCache } from '../waiting-time';
import { forecastOf } from './forecast-view';

/** Hours ahead. */
const HOURS = 6;
/** Simulated futures: enough for "8 in 10" to mean something, and seconds of work. */
const FUTURES = 24;
/** Between two reports of progress (ms). */
const TOLD_EVERY = SECOND / 4;

type Tell = (share: number) => void;

/** By the service's wall (ms). */
const sinceFullHour = (now: Instant, zone: string): number =>
  (localTime(now, zone).minute % 60) * MINUTE + (now % MINUTE);

/**
 * What the next hours will be like, by simulating this moment with the production routing. Made in this process, a future
 * at a time with as long a pause after each, so that no message waits for it.
 */
@Injectable()
export class MakeForecast {
  private underWay: Promise<Forecast> | null = null;
  private readonly tellers = new Set<Tell>();

  constructor(
    private readonly forecasts: ForecastReadModel,
    private readonly history: WaitHistoryCache,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** The one under way, if there is one. `tell` hears how far it is, from 0 to 1. */
  async makeForecast(tell: Tell): Promise<Forecast> {
    this.tellers.add(tell);
    this.underWay ??= this.make().finally(() => {
      this.underWay = null;
    });
    try {
      return await this.underWay;
    } finally {
      this.tellers.delete(tell);
    }
  }

  private async make(): Promise<Forecast> {
    const [present, { rates }] = await Promise.all([
      this.forecasts.loadPresent(this.service.id, HOURS),
      this.history.loadHistory(),
    ]);
    const { basis, arrivals } = expectedArrivals(present.seen, HOURS);
    const patience = 1 / rates.leaving;
    const { now, waiting, coming } = present;
    const request: ForecastRequest = {
      now,
      sinceFullHour: sinceFullHour(now, this.service.timeZone),
      arrivals,
      present: present.present,
      coming,
      waiting,
      // What was measured is how long slots were in use: it holds what two at a time cost already.
      people: {
        patience: { from: patience, to: patience },
        handle: 1 / rates.perSlot,
        handleCv: 0.65,
        slowdown: 0,
      },
      target: TARGET_MINUTES[3],
      seed: now,
      futures: FUTURES,
    };
    return forecastOf(present, {
      basis,
      target: request.target,
      perSlot: rates.perSlot,
      made: await this.simulate(request),
    });
  }

  private async simulate(request: ForecastRequest): Promise<StaffingForecast> {
    const work = forecastStaffing(request);
    let told = performance.now();
    for (;;) {
      const began = performance.now();
      const step = work.next();
      if (step.done === true) return step.value;
      const took = performance.now() - began;
      if (performance.now() - told > TOLD_EVERY) {
        told = performance.now();
        for (const tell of this.tellers) tell(step.value.futures / step.value.atMost);
      }
      await (took < 1 ? breathe() : rest(took));
    }
  }
}
