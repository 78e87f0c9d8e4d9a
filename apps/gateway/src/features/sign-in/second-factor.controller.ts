import { Controller, HttpCode, HttpException, Inject, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  codeProofSchema,
  firstCodeSchema,
  nothingSchema,
  renewalSchema,
  type AuthenticatorDraft,
  type Enrolled,
  type Session,
} from '@warmline/contracts';
import { CONFIG, type Config } from '../../core/config';
import { refuseBusy } from '../../session/busy-answer';
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import { readHalfCookie } from '../../session/session-cookie';
import { FinishSignIn, type CodeRefusal } from './finish-sign-in';
import { RenewProof, type RenewalRefusal } from './renew-proof';
import { browserOf, enterBy, fromOwnPage } from './session-answers';

const refuse = (refusal: CodeRefusal | RenewalRefusal): never => {
  throw new HttpException({ refusal }, 401);
};

/** From the password to the session, and proofs that are made again. The half session is known by its own cookie alone. */
@Controller('api/session')
export class SecondFactorController {
  constructor(
    private readonly finish: FinishSignIn,
    private readonly proofs: RenewProof,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('proof')
  @HttpCode(200)
  @RequiresPermission('session.prove')
  async prove(
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    const { PUBLIC_URL } = this.config;
    const code = fromOwnPage(codeProofSchema, request, PUBLIC_URL);
    const entered = await this.finish
      .prove(this.halfOf(request), code, browserOf(request, response, PUBLIC_URL))
      .catch((error: unknown) => refuseBusy(error, response));
    return typeof entered === 'string' ? refuse(entered) : enterBy(entered, response, PUBLIC_URL);
  }

  @Post('authenticator')
  @HttpCode(200)
  @RequiresPermission('session.prove')
  async beginEnrolment(@Req() request: AuthenticatedRequest): Promise<AuthenticatorDraft> {
    fromOwnPage(nothingSchema, request, this.config.PUBLIC_URL);
    const draft = await this.finish.beginEnrolment(this.halfOf(request));
    return typeof draft === 'string' ? refuse(draft) : draft;
  }

  @Post('authenticator/confirm')
  @HttpCode(200)
  @RequiresPermission('session.prove')
  async finishEnrolment(
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Enrolled> {
    const { PUBLIC_URL } = this.config;
    const { code } = fromOwnPage(firstCodeSchema, request, PUBLIC_URL);
    const browser = browserOf(request, response, PUBLIC_URL);
    const enrolled = await this.finish.finishEnrolment(this.halfOf(request), code, browser);
    if (typeof enrolled === 'string') return refuse(enrolled);
    const session = enterBy(enrolled.signedIn, response, PUBLIC_URL);
    return { session, recoveryCodes: enrolled.recoveryCodes };
  }

  /** The session goes on under a new cookie. */
  @Post('renewal')
  @HttpCode(200)
  @RequiresPermission('session.renew')
  async renew(
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    const { PUBLIC_URL } = this.config;
    const renewal = fromOwnPage(renewalSchema, request, PUBLIC_URL);
    const renewed = await this.proofs
      .renew(staffOf(request), renewal, browserOf(request, response, PUBLIC_URL))
      .catch((error: unknown) => refuseBusy(error, response));
    return typeof renewed === 'string' ? refuse(renewed) : enterBy(renewed, response, PUBLIC_URL);
  }

  private halfOf({ headers }: AuthenticatedRequest): string {
    return readHalfCookie(this.config.PUBLIC_URL, headers.cookie) ?? refuse('half_session_over');
  }
}
