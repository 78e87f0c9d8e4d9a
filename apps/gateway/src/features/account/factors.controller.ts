import { Body, Controller, HttpCode, HttpException, Post, Req } from '@nestjs/common';
import type { z } from 'zod';
import {
  firstCodeSchema,
  newPasskeySchema,
  removedPasskeySchema,
  type Account,
  type AccountWithCodes,
  type AuthenticatorDraft,
  type PasskeyQuestion,
} from '@warmline/contracts';
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import { OwnFactors } from './own-factors';

const STATUS = { proof_old: 403, wrong_code: 401, last_factor: 409 } as const;

const parsed = <Form extends z.ZodType>(schema: Form, body: unknown): z.infer<Form> => {
  const given = schema.safeParse(body);
  if (!given.success) throw new HttpException({ refusal: 'malformed' }, 400);
  return given.data;
};

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
    const { code } = parsed(firstCodeSchema, body);
    return orRefused(await this.own.finishAuthenticator(staffOf(request), code));
  }

  @Post('passkeys')
  @HttpCode(200)
  @RequiresPermission('account.change')
  async askForPasskey(@Req() request: AuthenticatedRequest): Promise<PasskeyQuestion> {
    return orRefused(await this.own.askForPasskey(staffOf(request)));
  }

  @Post('passkeys/confirm')
  @HttpCode(200)
  @RequiresPermission('account.change')
  async addPasskey(@Req() request: AuthenticatedRequest, @Body() body: unknown): Promise<AccountWithCodes> {
    return orRefused(await this.own.addPasskey(staffOf(request), parsed(newPasskeySchema, body)));
  }

  @Post('passkeys/remove')
  @HttpCode(200)
  @RequiresPermission('account.change')
  async removePasskey(@Req() request: AuthenticatedRequest, @Body() body: unknown): Promise<Account> {
    return orRefused(await this.own.removePasskey(staffOf(request), parsed(removedPasskeySchema, body).id));
  }

  @Post('recovery-codes')
  @HttpCode(200)
  @RequiresPermission('account.change')
  async renewRecoveryCodes(@Req() request: AuthenticatedRequest): Promise<AccountWithCodes> {
    return orRefused(await this.own.renewRecoveryCodes(staffOf(request)));
  }
}
