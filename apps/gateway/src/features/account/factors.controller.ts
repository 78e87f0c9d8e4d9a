import { Body, Controller, HttpCode, HttpException, Post, Req } from '@nestjs/common';
import { firstCodeSchema, type AccountWithCodes, type AuthenticatorDraft } from '@warmline/contracts';
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import { OwnFactors } from './own-factors';

const STATUS = { proof_old: 403, wrong_code: 401 } as const;

const orRefused = <Answer extends object>(answer: Answer | keyof typeof STATUS): Answer => {
  if (typeof answer === 'string') throw new HttpException({ refusal: answer }, STATUS[answer]);
  return answer;
};

/** Someone's own second factors. */
@Controller('api/account')
export class FactorsController {
  constructor(private readonly own: OwnFactors) {}

  @Post('authenticator')
  @HttpCode(200)
  @RequiresPermission('account.change')
  async beginAuthenticator(@Req() request: AuthenticatedRequest): Promise<AuthenticatorDraft> {
    return orRefused(await this.own.beginAuthenticator(staffOf(request)));
  }

  @Post('authenticator/confirm')
  @HttpCode(200)
  @RequiresPermission('account.change')
  async finishAuthenticator(
    @Req() request: AuthenticatedRequest,
    @Body() body: unknown,
  ): Promise<AccountWithCodes> {
    const given = firstCodeSchema.safeParse(body);
    if (!given.success) throw new HttpException({ refusal: 'malformed' }, 400);
    return orRefused(await this.own.finishAuthenticator(staffOf(request), given.data.code));
  }

  @Post('recovery-codes')
  @HttpCode(200)
  @RequiresPermission('account.change')
  async renewRecoveryCodes(@Req() request: AuthenticatedRequest): Promise<AccountWithCodes> {
    return orRefused(await this.own.renewRecoveryCodes(staffOf(request)));
  }
}
