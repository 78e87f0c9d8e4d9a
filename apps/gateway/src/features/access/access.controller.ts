import { Body, Controller, Get, HttpCode, HttpException, Param, Post, Req } from '@nestjs/common';
import {
  agreeAccessSchema,
  idSchema,
  recoverySchema,
  type AccessMatrix,
  type AccessWaiting,
  type AgreedAccess,
} from '@warmline/contracts';
import { RequiresFreshProof } from '../../session/fresh-proof';
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import { AgreeAccess, type AccessRefusal } from './agree-access';
import { ProposeRecovery, type RecoveryRefusal } from './propose-recovery';

const STATUS: Readonly<Record<AccessRefusal | RecoveryRefusal, number>> = {
  not_found: 404,
  not_due: 409,
  proposal_over: 409,
  not_yourself: 409,
};

const orRefused = <Answer extends object>(answer: Answer | AccessRefusal | RecoveryRefusal): Answer => {
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
  constructor(
    private readonly access: AgreeAccess,
    private readonly recovery: ProposeRecovery,
  ) {}

  @Get()
  @RequiresPermission('access.agree')
  read(@Req() request: AuthenticatedRequest): Promise<AccessWaiting> {
    return this.access.readWaiting(staffOf(request));
  }

  @Get('people')
  @RequiresPermission('access.agree')
  readPeople(@Req() request: AuthenticatedRequest): Promise<AccessMatrix> {
    return this.access.readMatrix(staffOf(request));
  }

  @Post('recovery')
  @HttpCode(200)
  @RequiresPermission('access.agree')
  @RequiresFreshProof()
  async recover(@Req() request: AuthenticatedRequest, @Body() body: unknown): Promise<AccessWaiting> {
    const asked = recoverySchema.safeParse(body);
    if (!asked.success) throw new HttpException({ refusal: 'malformed' }, 400);
    const person = staffOf(request);
    const refusal = await this.recovery.propose(person, asked.data.signInName);
    return orRefused(refusal ?? (await this.access.readWaiting(person)));
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
