import { Inject, Injectable } from '@nestjs/common';
import { SECOND } from '@warmline/kernel';
import { WaitingVisitorReadModel } from '@warmline/postgres';
import { soughtWords, type SoughtWords } from '@warmline/routing';
import { SERVICE, type Service } from '../../core/service-settings';
import { Timers } from '../../core/timers';

/** A list that was changed is another one everywhere after this long (ms). */
const READ_AGAIN = 10 * SECOND;

/** The service's word list, read again every now and then: every message of a visitor is held against it. */
@Injectable()
export class WatchedWordsCache {
  private list: Promise<SoughtWords> | null = null;
  private readAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly visitors: WaitingVisitorReadModel,
    private readonly timers: Timers,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** Read once for all messages that come meanwhile; what fails is read again by the next. */
  loadWords(): Promise<SoughtWords> {
    const now = performance.now();
    if (this.list === null || now - this.readAt > this.timers.scaled(READ_AGAIN)) {
      const list = this.visitors.loadWatchedWords(this.service.id).then(soughtWords);
      list.catch(() => {
        if (this.list === list) this.list = null;
      });
      this.list = list;
      this.readAt = now;
    }
    return this.list;
  }
}
