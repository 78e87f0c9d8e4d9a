import { Controller, Delete, Get, HttpCode, HttpException, Inject, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { setUpSchema, signInSchema, type Session, type SignInAnswer } from '@warmline/contracts';
import { CONFIG, type Config } from '../../core/config';
import { refuseBusy } from '../../session/busy-answer';
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import { noSessionCookie } from '../../session/session-cookie';
import { answerPassword, browserOf, fromOwnPage, sessionView } from './session-answers';
import { SetUpAdministrator, type SetUpRefusal } from './set-up-administrator';
import { SignIn } from './sign-in';
import { SignOut } from './sign-out';

const STATUS: Readonly<Record<SetUpRefusal, number>> = {
  link_over: 410,
  name_taken: 409,
  password_too_short: 400,
  password_too_common: 400,
};

@Controller('api/session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    private readonly administrators: SetUpAdministrator,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @RequiresPermission('session.read')
  read(@Req() request: AuthenticatedRequest): Session {
    return sessionView(staffOf(request));
  }

  @Post()
  @HttpCode(200)
  @RequiresPermission('session.begin')
  async begin(
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInAnswer> {
    const given = fromOwnPage(signInSchema, request, this.config.PUBLIC_URL);
    const signedIn = await this.signIn
      .signIn(given, browserOf(request, response, this.config.PUBLIC_URL))
      .catch((error: unknown) => refuseBusy(error, response));
    if (signedIn === null) throw new HttpException({ refusal: 'wrong_sign_in' }, 401);
    return answerPassword(signedIn, response, this.config.PUBLIC_URL);
  }

  /** Of the first administrator. */
  @Post('setup')
  @HttpCode(200)
  @RequiresPermission('service.set_up')
  async setUp(
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInAnswer> {
    const given = fromOwnPage(setUpSchema, request, this.config.PUBLIC_URL);
    const made = await this.administrators
      .setUp(given, browserOf(request, response, this.config.PUBLIC_URL))
      .catch((error: unknown) => refuseBusy(error, response));
    if (typeof made === 'string') throw new HttpException({ refusal: made }, STATUS[made]);
    return answerPassword(made, response, this.config.PUBLIC_URL);
  }

  @Delete()
  @HttpCode(204)
  @RequiresPermission('session.end')
  async end(
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const person = staffOf(request);
    const refusal = await this.signOut.signOutByChoice(person);
    if (refusal !== null) throw new HttpException({ refusal }, 409);
    response.setHeader('Set-Cookie', noSessionCookie(this.config.PUBLIC_URL));
  }
}
