import { Inject, Injectable } from '@nestjs/common';
import { SECOND } from '@warmline/kernel';
import { WaitingVisitors } from '@warmline/postgres';
import type { WatchedWords } from '@warmline/routing';
import { SERVICE, type Service } from '../platform/service-setting';
import { Timers } from '../platform/timers';

/** A list that was changed is another one everywhere after this long (ms). */
const READ_AGAIN = 10 * SECOND;

/** The service's word list, read again every now and then: every message of a visitor is held against it. */
@Injectable()
export class WatchedWordList {
  private list: readonly WatchedWords[] = [];
  private readAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly visitors: WaitingVisitors,
    private readonly timers: Timers,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  async read(): Promise<readonly WatchedWords[]> {
    const now = performance.now();
    if (now - this.readAt > this.timers.of(READ_AGAIN)) {
      this.list = await this.visitors.watchedWords(this.service.id);
      this.readAt = now;
    }
    return this.list;
  }
}
