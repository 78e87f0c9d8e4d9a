import { Inject, Injectable } from '@nestjs/common';
import { SECOND } from '@warmline/kernel';
import { WaitingVisitorReadModel } from '@warmline/postgres';
import { soughtWords, type SoughtWords } from '@warmline/routing';
import { TimedCache } from '../../core/async/cache';
import { SERVICE, type Service } from '../../core/service-settings';
import { Timers } from '../../core/timers';

/** A changed list is used everywhere after this long (ms). */
const READ_EVERY = 10 * SECOND;

/** The service's word list, kept for a while: every message of a visitor is compared with it. */
@Injectable()
export class WatchedWordsCache {
  private readonly cache = new TimedCache(async () =>
    soughtWords(await this.visitors.loadWatchedWords(this.service.id)),
  );

  constructor(
    private readonly visitors: WaitingVisitorReadModel,
    private readonly timers: Timers,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  loadWords(): Promise<SoughtWords> {
    return this.cache.get(this.timers.scaled(READ_EVERY));
  }
}
