import { Controller, HttpCode, HttpException, Inject, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  newPasskeySchema,
  nothingSchema,
  passkeyProofSchema,
  type Enrolled,
  type PasskeyQuestion,
  type Session,
} from '@warmline/contracts';
import { CONFIG, type Config } from '../../core/config';
import { refuseBusy } from '../../session/busy-answer';
import { RequiresPermission, type AuthenticatedRequest } from '../../session/permission-guard';
import { readHalfCookie } from '../../session/session-cookie';
import { FirstPasskey, PasskeySignIn } from './passkey-sign-in';
import { browserOf, enterBy, fromOwnPage } from './session-answers';

const refuse = (refusal: 'wrong_code' | 'half_session_over' | 'wrong_sign_in'): never => {
  throw new HttpException({ refusal }, 401);
};

/** Signing in with a passkey, and the first passkey of someone who has a password only. */
@Controller('api/session/passkey')
export class PasskeyController {
  constructor(
    private readonly passkeys: PasskeySignIn,
    private readonly first: FirstPasskey,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post()
  @HttpCode(200)
  @RequiresPermission('session.begin')
  ask(@Req() request: AuthenticatedRequest): Promise<PasskeyQuestion> {
    fromOwnPage(nothingSchema, request, this.config.PUBLIC_URL);
    return this.passkeys.ask();
  }

  @Post('confirm')
  @HttpCode(200)
  @RequiresPermission('session.begin')
  async signIn(
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    const { PUBLIC_URL } = this.config;
    const proof = fromOwnPage(passkeyProofSchema, request, PUBLIC_URL);
    const signedIn = await this.passkeys
      .signIn(proof, browserOf(request, response, PUBLIC_URL))
      .catch((error: unknown) => refuseBusy(error, response));
    return signedIn === null ? refuse('wrong_sign_in') : enterBy(signedIn, response, PUBLIC_URL);
  }

  @Post('first')
  @HttpCode(200)
  @RequiresPermission('session.prove')
  async askForFirst(@Req() request: AuthenticatedRequest): Promise<PasskeyQuestion> {
    fromOwnPage(nothingSchema, request, this.config.PUBLIC_URL);
    const question = await this.first.ask(this.halfOf(request));
    return typeof question === 'string' ? refuse(question) : question;
  }

  @Post('first/confirm')
  @HttpCode(200)
  @RequiresPermission('session.prove')
  async addFirst(
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Enrolled> {
    const { PUBLIC_URL } = this.config;
    const shown = fromOwnPage(newPasskeySchema, request, PUBLIC_URL);
    const added = await this.first.add(this.halfOf(request), shown, browserOf(request, response, PUBLIC_URL));
    if (typeof added === 'string') return refuse(added);
    const session = enterBy(added.signedIn, response, PUBLIC_URL);
    return { session, recoveryCodes: added.recoveryCodes };
  }

  private halfOf({ headers }: AuthenticatedRequest): string {
    return readHalfCookie(this.config.PUBLIC_URL, headers.cookie) ?? refuse('half_session_over');
  }
}
