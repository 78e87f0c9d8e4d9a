import { Inject, Injectable } from '@nestjs/common';
import { reportRangeSchema, type Report, type ReportRange } from '@warmline/contracts';
import { BREAK_ON_TIME } from '@warmline/figures';
import { DAY, later, SECOND } from '@warmline/kernel';
import { ReportReadModel } from '@warmline/postgres';
import { limitsOf } from '@warmline/wellbeing';
import { TimedCache } from '../../core/async/cache';
import { SERVICE, type Service } from '../../core/service-settings';
import { Timers } from '../../core/timers';
import type { ReportedDay } from './report-days';
import { reportOf, type ReportSource } from './report-figures';
import { cutRange, type CutRange } from './report-range';

/** A report is about days, so it is kept this long (ms). */
const READ_EVERY = 20 * SECOND;

/** Figures of a range of days. One is read at a time, a day after another: messages go on in between. */
@Injectable()
export class ReportViews {
  private last: Promise<unknown> = Promise.resolve();
  private readonly cache = new TimedCache((key: string) =>
    this.inTurn(reportRangeSchema.parse(JSON.parse(key))),
  );

  constructor(
    private readonly reports: ReportReadModel,
    private readonly timers: Timers,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  /** Null of a range that is in the future. */
  loadReport(range: ReportRange): Promise<Report | null> {
    return this.cache.get(this.timers.scaled(READ_EVERY), JSON.stringify(range));
  }

  private inTurn(range: ReportRange): Promise<Report | null> {
    const made = this.last.then(() => this.read(range));
    this.last = made.catch(() => undefined);
    return made;
  }

  private async read(range: ReportRange): Promise<Report | null> {
    const { id, timeZone } = this.service;
    const now = await this.reports.now();
    const cut = cutRange(range, now, timeZone);
    if (cut === null) return null;
    const frame = await this.reports.loadFrame(id, { from: cut.parts[0]?.from ?? cut.from, to: cut.to });
    const { workBeforeBreak } = this.timers.wellbeing(limitsOf(this.service.wellbeing ?? {}).limits);
    const onTime = this.timers.scaled(BREAK_ON_TIME);
    return {
      ...reportOf({ cut, now, frame, ...(await this.readDays(cut)), workBeforeBreak, onTime }),
      timeZone,
    };
  }

  /** From a day earlier: a wait is over within a day, so who waited when the days began entered after that. */
  private async readDays({ from, parts }: CutRange): Promise<Pick<ReportSource, 'before' | 'days'>> {
    const begins = parts[0]?.from ?? from;
    const before = await this.reports.loadPart(this.service.id, { from: later(begins, -DAY), to: begins });
    const days: ReportedDay[] = [];
    for (const part of parts)
      days.push({ ...part, stored: await this.reports.loadPart(this.service.id, part) });
    return { before, days };
  }
}
