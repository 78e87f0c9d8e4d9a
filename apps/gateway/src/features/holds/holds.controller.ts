import { Body, Controller, Get, HttpCode, HttpException, Param, Post, Req } from '@nestjs/common';
import { idSchema, newRetentionRequestSchema, retentionAnswerSchema, type Holds } from '@warmline/contracts';
import type { Refusal } from '@warmline/vocabulary';
import { RequiresFreshProof } from '../../session/fresh-proof';
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import { AnswerRetention } from './answer-retention';
import { AskForRetention } from './ask-for-retention';
import { ListHolds } from './list-holds';

const idOf = (id: string): string => {
  const read = idSchema.safeParse(id);
  if (!read.success) throw new HttpException({ refusal: 'not_found' }, 404);
  return read.data;
};

const requireDone = (refusal: Refusal | null): void => {
  if (refusal === null) return;
  throw new HttpException({ refusal }, refusal === 'not_found' ? 404 : 409);
};

/** Where two people decide to keep one conversation longer, or to erase it sooner. */
@Controller('api/holds')
export class HoldsController {
  constructor(
    private readonly holds: ListHolds,
    private readonly asking: AskForRetention,
    private readonly answering: AnswerRetention,
  ) {}

  @Get()
  @RequiresPermission('hold.read')
  async read(@Req() request: AuthenticatedRequest): Promise<Holds> {
    return this.holds.list(staffOf(request));
  }

  @Post()
  @HttpCode(200)
  @RequiresPermission('hold.decide')
  @RequiresFreshProof()
  async ask(@Req() request: AuthenticatedRequest, @Body() body: unknown): Promise<Holds> {
    const read = newRetentionRequestSchema.safeParse(body);
    if (!read.success) throw new HttpException({ refusal: 'malformed' }, 400);
    requireDone(await this.asking.ask(staffOf(request), read.data));
    return this.holds.list(staffOf(request));
  }

  @Post(':request/answer')
  @HttpCode(200)
  @RequiresPermission('hold.decide')
  @RequiresFreshProof()
  async answer(
    @Req() request: AuthenticatedRequest,
    @Param('request') id: string,
    @Body() body: unknown,
  ): Promise<Holds> {
    const read = retentionAnswerSchema.safeParse(body);
    if (!read.success) throw new HttpException({ refusal: 'malformed' }, 400);
    const person = staffOf(request);
    const of = idOf(id);
    requireDone(
      read.data.agrees ? await this.answering.agree(person, of) : await this.answering.close(person, of),
    );
    return this.holds.list(person);
  }

  /** Someone looked at a hold again, and it stays. */
  @Post(':conversation/review')
  @HttpCode(200)
  @RequiresPermission('hold.decide')
  @RequiresFreshProof()
  async review(@Req() request: AuthenticatedRequest, @Param('conversation') of: string): Promise<Holds> {
    requireDone(await this.answering.review(staffOf(request), idOf(of)));
    return this.holds.list(staffOf(request));
  }
}
