import { Inject, Injectable } from '@nestjs/common';
import type { OfferId } from '@warmline/kernel';
import { AlarmClock } from '@warmline/redis';
import { LOG, type Log } from '../../core/log';

/** An alarm for when an offer expires. Without Redis a sweep finds the deadline. */
@Injectable()
export class OfferAlarms {
  constructor(
    private readonly alarms: AlarmClock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** `delay` in ms. It returns at once. */
  setAlarm(id: OfferId, delay: number): void {
    this.alarms
      .set({ kind: 'offer_expiry', id }, delay)
      .catch((err: unknown) =>
        this.log.warn({ err, what: 'alarm' }, 'no alarm set; the sweeper will find it'),
      );
  }
}
