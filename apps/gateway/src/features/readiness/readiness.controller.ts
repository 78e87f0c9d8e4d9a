import { Body, Controller, Get, HttpCode, HttpException, Post, Req } from '@nestjs/common';
import {
  readinessConfirmSchema,
  readinessOpenSchema,
  type ReadinessConfirmed,
  type ReadinessOpened,
  type ReadinessView,
} from '@warmline/contracts';
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import { ReadyToOpen } from './ready-to-open';

/** The page "Ready to open". */
@Controller('api/readiness')
export class ReadinessController {
  constructor(private readonly ready: ReadyToOpen) {}

  @Get()
  @RequiresPermission('setup.read')
  async read(@Req() request: AuthenticatedRequest): Promise<ReadinessView> {
    return this.ready.readView(staffOf(request));
  }

  /** A person says that they have looked at it, as it was shown to them. */
  @Post('confirm')
  @HttpCode(200)
  @RequiresPermission('setup.change')
  async confirm(@Req() request: AuthenticatedRequest, @Body() body: unknown): Promise<ReadinessConfirmed> {
    const read = readinessConfirmSchema.safeParse(body);
    if (!read.success) throw new HttpException({ refusal: 'malformed' }, 400);
    return this.ready.confirm(staffOf(request), read.data);
  }

  @Post('open')
  @HttpCode(200)
  @RequiresPermission('service.open')
  async open(@Req() request: AuthenticatedRequest, @Body() body: unknown): Promise<ReadinessOpened> {
    const read = readinessOpenSchema.safeParse(body);
    if (!read.success) throw new HttpException({ refusal: 'malformed' }, 400);
    return this.ready.open(staffOf(request), read.data.missing);
  }
}
