import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpException,
  Inject,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import type { Response } from 'express';
import type { z } from 'zod';
import { sessionSchema, setUpSchema, signInSchema, type Session } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { CONFIG, type Config } from '../../core/config';
import { isAllowedOrigin } from '../../core/origin';
import { goneSignal, refuseBusy } from '../../session/busy-answer';
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import {
  deviceCookie,
  noSessionCookie,
  readDeviceCookie,
  readSessionCookie,
  sessionCookie,
} from '../../session/session-cookie';
import { SetUpAdministrator, type SetUpRefusal } from './set-up-administrator';
import { SignIn, type Browser, type SignedIn } from './sign-in';
import { SignOut } from './sign-out';

const STATUS: Readonly<Record<SetUpRefusal, number>> = {
  link_over: 410,
  name_taken: 409,
  password_too_short: 400,
  password_too_common: 400,
};

const view = ({ staff, name, role }: StaffPrincipal): Session =>
  sessionSchema.parse({ staff: { id: staff, name, role } });

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
    return view(staffOf(request));
  }

  @Post()
  @HttpCode(200)
  @RequiresPermission('session.begin')
  async begin(
    @Req() request: AuthenticatedRequest,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    const given = this.parsed(signInSchema, request, body);
    const signedIn = await this.signIn
      .signIn(given, this.browserOf(request, response))
      .catch((error: unknown) => refuseBusy(error, response));
    if (signedIn === null) throw new HttpException({ refusal: 'wrong_sign_in' }, 401);
    return this.enter(signedIn, response);
  }

  /** Of the first administrator, who is signed in with it. */
  @Post('setup')
  @HttpCode(200)
  @RequiresPermission('service.set_up')
  async setUp(
    @Req() request: AuthenticatedRequest,
    @Body() body: unknown,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    const given = this.parsed(setUpSchema, request, body);
    const made = await this.administrators
      .setUp(given, this.browserOf(request, response))
      .catch((error: unknown) => refuseBusy(error, response));
    if (typeof made === 'string') throw new HttpException({ refusal: made }, STATUS[made]);
    return this.enter(made, response);
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

  /** What a page of our own asks, in the form of `schema`. */
  private parsed<Form extends z.ZodType>(
    schema: Form,
    { headers }: AuthenticatedRequest,
    body: unknown,
  ): z.infer<Form> {
    if (!isAllowedOrigin(headers.origin, this.config.PUBLIC_URL))
      throw new HttpException({ refusal: 'not_allowed' }, 403);
    const given = schema.safeParse(body);
    if (!given.success) throw new HttpException({ refusal: 'malformed' }, 400);
    return given.data;
  }

  private enter({ secret, device, person }: SignedIn, response: Response): Session {
    const { PUBLIC_URL } = this.config;
    response.setHeader('Set-Cookie', [sessionCookie(PUBLIC_URL, secret), deviceCookie(PUBLIC_URL, device)]);
    return view(person);
  }

  private browserOf({ headers }: AuthenticatedRequest, response: Response): Browser {
    return {
      session: readSessionCookie(this.config.PUBLIC_URL, headers.cookie),
      device: readDeviceCookie(this.config.PUBLIC_URL, headers.cookie),
      signal: goneSignal(response),
    };
  }
}
