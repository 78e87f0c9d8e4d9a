import { Body, Controller, Get, HttpCode, HttpException, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { serviceImportSchema, type ServiceFingerprint, type ServiceImported } from '@warmline/contracts';
import { AcceptsLargeBody } from '../../core/http/request-bodies';
import { proofOld, RequiresFreshProof } from '../../session/fresh-proof';
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import { ExportService } from './export-service';
import { ImportService } from './import-service';

/** A service as one file: taken out, and brought into a new deployment. */
@Controller('api/service-file')
export class ServiceFileController {
  constructor(
    private readonly exports: ExportService,
    private readonly imports: ImportService,
  ) {}

  /** The file. With `?checkOnly=1` only whether it may be taken out. */
  @Get()
  @RequiresPermission('setup.read')
  @RequiresFreshProof()
  async exportFile(@Req() request: AuthenticatedRequest, @Res() response: Response): Promise<void> {
    if (request.query['checkOnly'] === '1') {
      response.status(204).send();
      return;
    }
    response
      .setHeader('Content-Type', 'text/plain; charset=utf-8')
      .setHeader('Cache-Control', 'no-store')
      .setHeader('Content-Disposition', 'attachment; filename="warmline-service.txt"')
      .send(await this.exports.exportFile(staffOf(request)));
  }

  /** Of the key that signs the files of this deployment. */
  @Get('fingerprint')
  @RequiresPermission('setup.read')
  async readFingerprint(): Promise<ServiceFingerprint> {
    return { fingerprint: await this.exports.readFingerprint() };
  }

  @Post()
  @HttpCode(200)
  @RequiresPermission('setup.change')
  @RequiresFreshProof()
  @AcceptsLargeBody('value')
  async importFile(@Req() request: AuthenticatedRequest, @Body() body: unknown): Promise<ServiceImported> {
    const asked = serviceImportSchema.safeParse(body);
    if (!asked.success) throw new HttpException({ refusal: 'malformed' }, 400);
    const answer = await this.imports.importFile(staffOf(request), asked.data);
    if (answer === 'proof_old') throw proofOld();
    return answer;
  }
}
