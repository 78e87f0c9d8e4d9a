import { Controller, Get, HttpException, Inject, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { LOG, type Log } from '../../core/log';
import { RequiresFreshProof } from '../../session/fresh-proof';
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import { ExportAudit } from './export-audit';
import { sendLines } from './send-lines';

@Controller('api/audit')
export class AuditController {
  constructor(
    private readonly exportAudit: ExportAudit,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** A file of any length, sent as it is read. One that breaks off has no last line, and who checks it is told. */
  @Get('export')
  @RequiresPermission('audit.export')
  @RequiresFreshProof()
  async exportFile(@Req() request: AuthenticatedRequest, @Res() response: Response): Promise<void> {
    const isSent = await this.exportAudit.exportTo(staffOf(request), (lines) => this.send(lines, response));
    if (!isSent) throw new HttpException({ refusal: 'server_busy' }, 503);
  }

  private async send(lines: AsyncIterable<string>, response: Response): Promise<void> {
    response
      .setHeader('Content-Type', 'application/jsonl; charset=utf-8')
      .setHeader('Content-Disposition', 'attachment; filename="warmline-audit.jsonl"')
      .setHeader('Cache-Control', 'no-store');
    try {
      await sendLines(lines, response);
    } catch (err) {
      // The headers are sent: the person who waits for the file sees that it broke off.
      this.log.warn({ err, what: 'audit export' }, 'the file was not sent to its end');
    }
  }
}
