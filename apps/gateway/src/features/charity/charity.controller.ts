import { Body, Controller, Get, HttpCode, HttpException, Post, Req } from '@nestjs/common';
import {
  charityChangeSchema,
  charityMarkSchema,
  charityUndoSchema,
  type CharityAnswer,
  type CharityMarkAnswer,
  type CharityView,
} from '@warmline/contracts';
import { AcceptsLargeBody } from '../../core/http/request-bodies';
import { proofOld } from '../../session/fresh-proof';
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import { ChangeCharity } from './change-charity';

const orRefused = (answer: CharityAnswer | 'proof_old'): CharityAnswer => {
  if (answer === 'proof_old') throw proofOld();
  return answer;
};

/** The page "Your charity": read, saved as a whole, taken back. */
@Controller('api/charity')
export class CharityController {
  constructor(private readonly charity: ChangeCharity) {}

  @Get()
  @RequiresPermission('setup.read')
  async read(@Req() request: AuthenticatedRequest): Promise<CharityView> {
    return this.charity.readView(staffOf(request));
  }

  @Post()
  @HttpCode(200)
  @RequiresPermission('setup.change')
  async save(@Req() request: AuthenticatedRequest, @Body() body: unknown): Promise<CharityAnswer> {
    const change = charityChangeSchema.safeParse(body);
    if (!change.success) throw new HttpException({ refusal: 'malformed' }, 400);
    return orRefused(await this.charity.save(staffOf(request), change.data));
  }

  /** Keeps a picture until a change names it. */
  @Post('mark')
  @HttpCode(200)
  @RequiresPermission('setup.change')
  @AcceptsLargeBody('value')
  async keepMark(@Req() request: AuthenticatedRequest, @Body() body: unknown): Promise<CharityMarkAnswer> {
    const mark = charityMarkSchema.safeParse(body);
    if (!mark.success) throw new HttpException({ refusal: 'malformed' }, 400);
    return this.charity.keepMark(staffOf(request), Buffer.from(mark.data.picture, 'base64'));
  }

  /** Takes the last change back. */
  @Post('undo')
  @HttpCode(200)
  @RequiresPermission('setup.change')
  async undo(@Req() request: AuthenticatedRequest, @Body() body: unknown): Promise<CharityAnswer> {
    const undo = charityUndoSchema.safeParse(body);
    if (!undo.success) throw new HttpException({ refusal: 'malformed' }, 400);
    return orRefused(await this.charity.undo(staffOf(request), undo.data.change));
  }
}
