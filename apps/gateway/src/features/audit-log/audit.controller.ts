import { Controller, Get, HttpCode, HttpException, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { historyFileQuerySchema, type AuditState } from '@warmline/contracts';
import { staffId } from '@warmline/kernel';
import { AuditExportReadModel, CheckpointCopyStore } from '@warmline/postgres';
import { LOG, type Log } from '../../core/log';
import { RequiresFreshProof } from '../../session/fresh-proof';
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import { ExportAudit } from './export-audit';
import { ExportHistory } from './export-history';
import { sendLines } from './send-lines';

interface File {
  readonly type: string;
  readonly name: string;
}

@Controller('api/audit')
export class AuditController {
  constructor(
    private readonly exportAudit: ExportAudit,
    private readonly exportHistory: ExportHistory,
    private readonly log: AuditExportReadModel,
    private readonly copies: CheckpointCopyStore,
    @Inject(LOG) private readonly logger: Log,
  ) {}

  /** How far the log is, and which place out of reach has which checkpoint. */
  @Get('state')
  @RequiresPermission('audit.export')
  async readState(): Promise<AuditState> {
    const [{ size, checkpoint }, copies] = await Promise.all([this.log.loadHead(), this.copies.loadCopies()]);
    return { size, checkpoint, copies };
  }

  /** Whether the person proved who they are lately enough to export: asked before a browser opens the file by itself. */
  @Post('ready')
  @HttpCode(204)
  @RequiresPermission('audit.export')
  @RequiresFreshProof()
  requireReady(): void {
    // The guards have judged.
  }

  /** Entries of a range of time, each with its proof. Sent as `export` is. */
  @Get('history')
  @RequiresPermission('audit.export')
  @RequiresFreshProof()
  async exportRange(
    @Req() request: AuthenticatedRequest,
    @Query() asked: unknown,
    @Res() response: Response,
  ): Promise<void> {
    const read = historyFileQuerySchema.safeParse(asked);
    if (!read.success) throw new HttpException({ refusal: 'malformed' }, 400);
    const { format, from, until, person } = read.data;
    const type = format === 'csv' ? 'text/csv' : 'application/json';
    const wanted = {
      ...{ format, from: Number(from), until: Number(until) },
      person: person === undefined ? null : staffId(person),
    };
    const outcome = await this.exportHistory.exportTo(staffOf(request), wanted, (lines) =>
      this.send(lines, response, { type, name: `warmline-history.${format}` }),
    );
    if (outcome === 'empty') throw new HttpException({ refusal: 'not_logged_yet' }, 409);
    if (outcome === 'busy') throw new HttpException({ refusal: 'server_busy' }, 503);
  }

  /** A file of any length, sent as it is read. One that breaks off has no last line, and who checks it is told. */
  @Get('export')
  @RequiresPermission('audit.export')
  @RequiresFreshProof()
  async exportFile(@Req() request: AuthenticatedRequest, @Res() response: Response): Promise<void> {
    const isSent = await this.exportAudit.exportTo(staffOf(request), (lines) =>
      this.send(lines, response, { type: 'application/jsonl', name: 'warmline-audit.jsonl' }),
    );
    if (!isSent) throw new HttpException({ refusal: 'server_busy' }, 503);
  }

  private async send(lines: AsyncIterable<string>, response: Response, { type, name }: File): Promise<void> {
    response
      .setHeader('Content-Type', `${type}; charset=utf-8`)
      .setHeader('Content-Disposition', `attachment; filename="${name}"`)
      .setHeader('Cache-Control', 'no-store');
    try {
      await sendLines(lines, response);
    } catch (err) {
      // The headers are sent: the person who waits for the file sees that it broke off.
      this.logger.warn({ err, what: 'audit export' }, 'the file was not sent to its end');
    }
  }
}
