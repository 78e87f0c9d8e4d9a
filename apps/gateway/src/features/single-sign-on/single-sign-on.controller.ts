import { Controller, Delete, Get, HttpCode, HttpException, Inject, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import {
  nothingSchema,
  providerLinkSchema,
  type IdentityProviderName,
  type ProviderAddress,
  type SingleSignOnView,
} from '@warmline/contracts';
import { assertNever } from '@warmline/kernel';
import { CONFIG, type Config } from '../../core/config';
import { RequiresFreshProof } from '../../session/fresh-proof';
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import { providerCookie, readProviderCookie } from '../../session/session-cookie';
import { answerPassword, browserOf, fromOwnPage } from '../sign-in';
import { IdentityProvider, ProviderFailed, RETURN_PATH } from './identity-provider';
import type { ProviderPurpose } from './provider-state';
import { SingleSignOn, type Returned } from './single-sign-on';

/** The console reads the part behind `#`, and takes it out of the address: servers and logs do not see it. */
const wayBack = (returned: Returned, next: 'prove' | 'enrol' | null): string => {
  switch (returned.to) {
    case 'signed_in':
      return next === null ? '/console/' : `/console/sign-in#provider=${next}`;
    case 'linked':
      return `/console/${returned.purpose.page}#provider=linked`;
    case 'tried':
      return `/console/setup/single-sign-on#tried=${Buffer.from(JSON.stringify(returned.tried)).toString('base64url')}`;
    case 'nowhere': {
      const { purpose, why } = returned;
      return `/console/${purpose.to === 'link' ? purpose.page : 'sign-in'}#provider=${why}`;
    }
    default:
      return assertNever(returned);
  }
};

/** Signing in through the charity's identity provider, and linking an account with it. */
@Controller()
export class SingleSignOnController {
  constructor(
    private readonly provider: IdentityProvider,
    private readonly singleSignOn: SingleSignOn,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('api/session/provider')
  @RequiresPermission('session.begin')
  read(): IdentityProviderName {
    return { name: this.provider.name };
  }

  @Post('api/session/provider')
  @HttpCode(200)
  @RequiresPermission('session.begin')
  begin(
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProviderAddress> {
    fromOwnPage(nothingSchema, request, this.config.PUBLIC_URL);
    return this.beginFor({ to: 'sign_in' }, response);
  }

  /** By a link of the provider's pages. */
  @Get('api/session/provider/return')
  @RequiresPermission('session.begin')
  async finish(@Req() request: AuthenticatedRequest, @Res() response: Response): Promise<void> {
    const { PUBLIC_URL } = this.config;
    const query = new URL(request.originalUrl, PUBLIC_URL).searchParams;
    const secret = readProviderCookie(PUBLIC_URL, request.headers.cookie);
    const returned = await this.singleSignOn.finish(query, secret, browserOf(request, response, PUBLIC_URL));
    response.appendHeader('Set-Cookie', providerCookie(PUBLIC_URL, ''));
    const answer =
      returned.to === 'signed_in' ? answerPassword(returned.entered, response, PUBLIC_URL) : null;
    const next = answer !== null && 'next' in answer ? answer.next : null;
    response.setHeader('Referrer-Policy', 'no-referrer');
    response.redirect(303, wayBack(returned, next));
  }

  @Get('api/single-sign-on')
  @RequiresPermission('setup.read')
  readSettings(): SingleSignOnView {
    const { OIDC_ISSUER: issuer, OIDC_NAME: name, OIDC_SCOPE: scope, PUBLIC_URL } = this.config;
    if (issuer === undefined) return { provider: null };
    const { OIDC_SECOND_FACTOR: secondFactor, OIDC_ROLE_CLAIM: roleClaim = null, OIDC_ROLES } = this.config;
    const roles = Object.entries(OIDC_ROLES).map(([value, role]) => ({ value, role }));
    const returnAddress = new URL(RETURN_PATH, PUBLIC_URL).href;
    return { provider: { name, issuer, returnAddress, scope, secondFactor, roleClaim, roles } };
  }

  /** A sign-in at the provider that changes nothing here. */
  @Post('api/single-sign-on/try')
  @HttpCode(200)
  @RequiresPermission('setup.change')
  beginTry(
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProviderAddress> {
    fromOwnPage(nothingSchema, request, this.config.PUBLIC_URL);
    return this.beginFor({ to: 'try', staff: staffOf(request).staff }, response);
  }

  @Post('api/account/provider')
  @HttpCode(200)
  @RequiresPermission('account.change')
  @RequiresFreshProof()
  beginLink(
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ProviderAddress> {
    const { staff, session } = staffOf(request);
    const { page } = fromOwnPage(providerLinkSchema, request, this.config.PUBLIC_URL);
    return this.beginFor({ to: 'link', staff, session, page }, response);
  }

  @Delete('api/account/provider')
  @HttpCode(204)
  @RequiresPermission('account.change')
  @RequiresFreshProof()
  unlink(@Req() request: AuthenticatedRequest): Promise<void> {
    return this.singleSignOn.unlink(staffOf(request));
  }

  private async beginFor(purpose: ProviderPurpose, response: Response): Promise<ProviderAddress> {
    try {
      const { address, secret } = await this.singleSignOn.begin(purpose);
      response.appendHeader('Set-Cookie', providerCookie(this.config.PUBLIC_URL, secret));
      return { address };
    } catch (error) {
      if (error instanceof ProviderFailed) throw new HttpException({ refusal: 'unavailable' }, 503);
      throw error;
    }
  }
}
