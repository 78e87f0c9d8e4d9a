import { Controller, Get, HttpException, Query } from '@nestjs/common';
import { reportRangeSchema, type Report } from '@warmline/contracts';
import { RequiresPermission } from '../../session/permission-guard';
import { ReportViews } from './report-view';

/** Figures of a range of days, for supervisors. Asked for by HTTP: a long range takes longer than a command may. */
@Controller('api/report')
export class ReportController {
  constructor(private readonly reports: ReportViews) {}

  @Get()
  @RequiresPermission('board.read')
  async read(@Query() asked: unknown): Promise<Report> {
    const range = reportRangeSchema.safeParse(asked);
    const report = range.success ? await this.reports.loadReport(range.data) : null;
    if (report === null) throw new HttpException({ refusal: 'malformed' }, 400);
    return report;
  }
}
