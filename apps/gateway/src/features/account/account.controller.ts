import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpException,
  Param,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import {
  deviceNameSchema,
  idSchema,
  namesSchema,
  passwordChangeSchema,
  type Account,
} from '@warmline/contracts';
import { sessionId } from '@warmline/kernel';
import { goneSignal, refuseBusy } from '../../session/busy-answer';
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import { ChangePassword } from './change-password';
import { MyAccount } from './my-account';

const parsed = <Form extends z.ZodType>(schema: Form, body: unknown): z.infer<Form> => {
  const given = schema.safeParse(body);
  if (!given.success) throw new HttpException({ refusal: 'malformed' }, 400);
  return given.data;
};

/** Someone's own account. Every change answers the account as it is afterwards. */
@Controller('api/account')
export class AccountController {
  constructor(
    private readonly account: MyAccount,
    private readonly passwords: ChangePassword,
  ) {}

  @Get()
  @RequiresPermission('account.read')
  read(@Req() request: AuthenticatedRequest): Promise<Account> {
    return this.account.readAccount(staffOf(request));
  }

  @Post('names')
  @HttpCode(200)
  @RequiresPermission('account.change')
  changeNames(@Req() request: AuthenticatedRequest, @Body() body: unknown): Promise<Account> {
    return this.account.changeNames(staffOf(request), parsed(namesSchema, body));
  }

  @Post('device')
  @HttpCode(200)
  @RequiresPermission('account.change')
  nameDevice(@Req() request: AuthenticatedRequest, @Body() body: unknown): Promise<Account> {
    return this.account.nameDevice(staffOf(request), parsed(deviceNameSchema, body).name);
  }

  @Post('password')
  @HttpCode(200)
  @RequiresPermission('account.change')
  async changePassword(
    @Req() request: AuthenticatedRequest,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Account> {
    const person = staffOf(request);
    const refusal = await this.passwords
      .changePassword(person, parsed(passwordChangeSchema, body), goneSignal(response))
      .catch((error: unknown) => refuseBusy(error, response));
    if (refusal !== null) throw new HttpException({ refusal }, refusal === 'wrong_sign_in' ? 401 : 400);
    return this.account.readAccount(person);
  }

  @Delete('sessions')
  @RequiresPermission('account.change')
  endOthers(@Req() request: AuthenticatedRequest): Promise<Account> {
    return this.account.endOthers(staffOf(request));
  }

  @Delete('sessions/:session')
  @RequiresPermission('account.change')
  async endSession(
    @Req() request: AuthenticatedRequest,
    @Param('session') session: string,
  ): Promise<Account> {
    const read = idSchema.safeParse(session);
    if (!read.success) throw new HttpException({ refusal: 'not_found' }, 404);
    return this.account.endSession(staffOf(request), sessionId(read.data));
  }
}
