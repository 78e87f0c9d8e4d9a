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
import { sessionSchema, signInSchema, type Session } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import { CONFIG, type Config } from '../../core/config';
import { isAllowedOrigin } from '../../core/origin';
import { Busy } from '../../session/hash-queue';
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import {
  deviceCookie,
  noSessionCookie,
  readDeviceCookie,
  readSessionCookie,
  sessionCookie,
} from '../../session/session-cookie';
import { SignIn, type Browser } from './sign-in';
import { SignOut } from './sign-out';

const view = ({ staff, name, role }: StaffPrincipal): Session =>
  sessionSchema.parse({ staff: { id: staff, name, role } });

@Controller('api/session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
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
    if (!isAllowedOrigin(request.headers.origin, this.config.PUBLIC_URL))
      throw new HttpException({ refusal: 'not_allowed' }, 403);
    const given = signInSchema.safeParse(body);
    if (!given.success) throw new HttpException({ refusal: 'malformed' }, 400);
    const signedIn = await this.signIn
      .signIn(given.data, this.browserOf(request, response))
      .catch((error: unknown) => refuseBusy(error, response));
    if (signedIn === null) throw new HttpException({ refusal: 'wrong_sign_in' }, 401);
    const { PUBLIC_URL } = this.config;
    response.setHeader('Set-Cookie', [
      sessionCookie(PUBLIC_URL, signedIn.secret),
      deviceCookie(PUBLIC_URL, signedIn.device),
    ]);
    return view(signedIn.person);
  }

  @Delete()
  @HttpCode(204)
  @RequiresPermission('session.end')
  async end(
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const person = staffOf(request);
    await this.signOut.signOut(person);
    response.setHeader('Set-Cookie', noSessionCookie(this.config.PUBLIC_URL));
  }

  private browserOf({ headers }: AuthenticatedRequest, response: Response): Browser {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    return {
      session: readSessionCookie(this.config.PUBLIC_URL, headers.cookie),
      device: readDeviceCookie(this.config.PUBLIC_URL, headers.cookie),
      signal: gone.signal,
    };
  }
}

const refuseBusy = (error: unknown, response: Response): never => {
  if (!(error instanceof Busy)) throw error;
  response.setHeader('Retry-After', String(error.retryAfter));
  throw new HttpException({ refusal: 'busy' }, 503);
};
