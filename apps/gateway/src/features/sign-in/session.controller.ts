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
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import { noSessionCookie, sessionCookie } from '../../session/session-cookie';
import { SignIn } from './sign-in';
import { SignInLimits } from './sign-in-limits';
import { SignOut } from './sign-out';

const view = ({ staff, name, role }: StaffPrincipal): Session =>
  sessionSchema.parse({ staff: { id: staff, name, role } });

@Controller('api/session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly limits: SignInLimits,
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
    if (!(await this.limits.takeAttempt(given.data.signInName)))
      throw new HttpException({ refusal: 'too_fast' }, 429);
    const { principal } = request;
    const before = principal?.kind === 'staff' ? principal : null;
    const signedIn = await this.signIn.signIn({ ...given.data, before });
    if (signedIn === null) throw new HttpException({ refusal: 'wrong_sign_in' }, 401);
    response.setHeader('Set-Cookie', sessionCookie(this.config.PUBLIC_URL, signedIn.secret));
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
}
