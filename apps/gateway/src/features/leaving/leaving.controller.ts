import { Body, Controller, Get, HttpCode, HttpException, Post, Req } from '@nestjs/common';
import { leaveNowSchema, type Leavers } from '@warmline/contracts';
import { RequiresFreshProof } from '../../session/fresh-proof';
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import { ProposeLeaving } from './propose-leaving';

const STATUS = { not_found: 404, not_due: 409 } as const;

/** People who leave. */
@Controller('api/leaving')
export class LeavingController {
  constructor(private readonly leaving: ProposeLeaving) {}

  @Get()
  @RequiresPermission('setup.read')
  read(@Req() request: AuthenticatedRequest): Promise<Leavers> {
    return this.leaving.readLeavers(staffOf(request));
  }

  @Post()
  @HttpCode(200)
  @RequiresPermission('setup.change')
  @RequiresFreshProof()
  async propose(@Req() request: AuthenticatedRequest, @Body() body: unknown): Promise<Leavers> {
    const asked = leaveNowSchema.safeParse(body);
    if (!asked.success) throw new HttpException({ refusal: 'malformed' }, 400);
    const answer = await this.leaving.propose(staffOf(request), asked.data.signInName);
    if (typeof answer === 'string') throw new HttpException({ refusal: answer }, STATUS[answer]);
    return answer;
  }
}
