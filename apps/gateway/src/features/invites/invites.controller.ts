import {
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpException,
  Inject,
  Param,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import type { Response } from 'express';
import {
  acceptInviteSchema,
  idSchema,
  inviteTokenSchema,
  mailInviteSchema,
  type Invite,
  type InviteMade,
  type InviteMailed,
  type Invites,
  type SignInAnswer,
} from '@warmline/contracts';
import { staffId, type StaffId } from '@warmline/kernel';
import { CONFIG, type Config } from '../../core/config';
import { goneSignal, refuseBusy } from '../../session/busy-answer';
import { RequiresFreshProof } from '../../session/fresh-proof';
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import { answerPassword, browserOf, fromOwnPage } from '../sign-in';
import { AcceptInvites } from './accept-invites';
import { MailInvites } from './mail-invites';
import { MakeInvites } from './make-invites';

const STATUS = {
  link_over: 410,
  invite_used: 410,
  invite_expired: 410,
  invite_revoked: 410,
  password_too_short: 400,
  password_too_common: 400,
  not_allowed: 403,
  not_found: 404,
  not_due: 409,
  too_fast: 429,
} as const;

const orRefused = <Answer extends object>(answer: Answer | keyof typeof STATUS): Answer => {
  if (typeof answer === 'string') throw new HttpException({ refusal: answer }, STATUS[answer]);
  return answer;
};

const personIn = (given: string): StaffId => {
  const read = idSchema.safeParse(given);
  if (!read.success) throw new HttpException({ refusal: 'not_found' }, STATUS.not_found);
  return staffId(read.data);
};

/** Invites: administrators make them, and their people accept them. */
@Controller('api')
export class InvitesController {
  constructor(
    private readonly invites: MakeInvites,
    private readonly accepting: AcceptInvites,
    private readonly mailing: MailInvites,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('invites')
  @RequiresPermission('people.invite')
  readPeople(@Req() request: AuthenticatedRequest): Promise<Invites> {
    return this.invites.readPeople(staffOf(request));
  }

  @Post('invites/:person')
  @HttpCode(200)
  @RequiresPermission('people.invite')
  @RequiresFreshProof()
  async make(@Req() request: AuthenticatedRequest, @Param('person') person: string): Promise<InviteMade> {
    return orRefused(await this.invites.makeInvite(staffOf(request), personIn(person)));
  }

  @Delete('invites/:person')
  @RequiresPermission('people.invite')
  @RequiresFreshProof()
  async revoke(@Req() request: AuthenticatedRequest, @Param('person') person: string): Promise<Invites> {
    return orRefused(await this.invites.revokeInvite(staffOf(request), personIn(person)));
  }

  /** The secret comes in the body, as for the person it is for. */
  @Post('invite/mail')
  @HttpCode(200)
  @RequiresPermission('invite.mail')
  async mail(@Req() request: AuthenticatedRequest): Promise<InviteMailed> {
    const asked = fromOwnPage(mailInviteSchema, request, this.config.PUBLIC_URL);
    return orRefused(await this.mailing.mailInvite(staffOf(request), asked));
  }

  /** The secret comes in the body: an address may be written down on the way. */
  @Post('invite/read')
  @HttpCode(200)
  @RequiresPermission('invite.accept')
  async read(
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Invite> {
    const { token } = fromOwnPage(inviteTokenSchema, request, this.config.PUBLIC_URL);
    const invite = await this.accepting
      .readInvite(token, goneSignal(response))
      .catch((error: unknown) => refuseBusy(error, response));
    return orRefused(invite);
  }

  @Post('invite/accept')
  @HttpCode(200)
  @RequiresPermission('invite.accept')
  async accept(
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignInAnswer> {
    const { PUBLIC_URL } = this.config;
    const asked = fromOwnPage(acceptInviteSchema, request, PUBLIC_URL);
    const entered = await this.accepting
      .accept(asked, browserOf(request, response, PUBLIC_URL))
      .catch((error: unknown) => refuseBusy(error, response));
    return answerPassword(orRefused(entered), response, PUBLIC_URL);
  }
}
