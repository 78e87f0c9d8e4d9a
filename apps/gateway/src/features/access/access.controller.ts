import { Body, Controller, Get, HttpCode, HttpException, Param, Post, Req } from '@nestjs/common';
import { agreeAccessSchema, idSchema, type AccessWaiting, type AgreedAccess } from '@warmline/contracts';
import { RequiresFreshProof } from '../../session/fresh-proof';
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import { AgreeAccess, type AccessRefusal } from './agree-access';

const STATUS: Readonly<Record<AccessRefusal, number>> = {
  not_found: 404,
  proposal_over: 409,
  not_yourself: 409,
};

const orRefused = <Answer extends object>(answer: Answer | AccessRefusal): Answer => {
  if (typeof answer === 'string') throw new HttpException({ refusal: answer }, STATUS[answer]);
  return answer;
};

const proposalIn = (given: string): string => {
  const read = idSchema.safeParse(given);
  if (!read.success) throw new HttpException({ refusal: 'not_found' }, STATUS.not_found);
  return read.data;
};

/** Changes of who may do what that wait for a second person. */
@Controller('api/access')
export class AccessController {
  constructor(private readonly access: AgreeAccess) {}

  @Get()
  @RequiresPermission('access.agree')
  read(@Req() request: AuthenticatedRequest): Promise<AccessWaiting> {
    return this.access.readWaiting(staffOf(request));
  }

  @Post(':proposal/agree')
  @HttpCode(200)
  @RequiresPermission('access.agree')
  @RequiresFreshProof()
  async agree(
    @Req() request: AuthenticatedRequest,
    @Param('proposal') proposal: string,
    @Body() body: unknown,
  ): Promise<AgreedAccess> {
    const asked = agreeAccessSchema.safeParse(body ?? {});
    if (!asked.success) throw new HttpException({ refusal: 'malformed' }, 400);
    const { confirmed } = asked.data;
    return orRefused(await this.access.agree(staffOf(request), proposalIn(proposal), confirmed === true));
  }

  @Post(':proposal/decline')
  @HttpCode(200)
  @RequiresPermission('access.agree')
  async decline(
    @Req() request: AuthenticatedRequest,
    @Param('proposal') proposal: string,
  ): Promise<AccessWaiting> {
    return orRefused(await this.access.decline(staffOf(request), proposalIn(proposal)));
  }
}
