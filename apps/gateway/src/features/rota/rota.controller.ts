import { Body, Controller, Get, HttpCode, HttpException, Param, Post, Req } from '@nestjs/common';
import {
  answerSwapSchema,
  askSwapSchema,
  idSchema,
  type OwnRota,
  type SwapAnswer,
  type Swaps,
} from '@warmline/contracts';
import { RequiresPermission, staffOf, type AuthenticatedRequest } from '../../session/permission-guard';
import { OwnRotas } from './own-rotas';
import { SwapShifts } from './swap-shifts';

/** One's own shifts and training, and shifts that are swapped. */
@Controller('api/rota')
export class RotaController {
  constructor(
    private readonly rotas: OwnRotas,
    private readonly swaps: SwapShifts,
  ) {}

  @Get('own')
  @RequiresPermission('rota.read')
  readOwn(@Req() request: AuthenticatedRequest): Promise<OwnRota> {
    return this.rotas.readOwn(staffOf(request));
  }

  @Get('swaps')
  @RequiresPermission('rota.oversee')
  readSwaps(@Req() request: AuthenticatedRequest): Promise<Swaps> {
    return this.rotas.readSwaps(staffOf(request));
  }

  @Post('swaps')
  @HttpCode(200)
  @RequiresPermission('rota.swap')
  ask(@Req() request: AuthenticatedRequest, @Body() body: unknown): Promise<SwapAnswer> {
    const read = askSwapSchema.safeParse(body);
    if (!read.success) throw new HttpException({ refusal: 'malformed' }, 400);
    return this.swaps.ask(staffOf(request), read.data);
  }

  @Post('swaps/:swap')
  @HttpCode(200)
  @RequiresPermission('rota.swap')
  answer(
    @Req() request: AuthenticatedRequest,
    @Param('swap') swap: string,
    @Body() body: unknown,
  ): Promise<SwapAnswer> {
    const read = answerSwapSchema.safeParse(body);
    if (!read.success) throw new HttpException({ refusal: 'malformed' }, 400);
    if (!idSchema.safeParse(swap).success) throw new HttpException({ refusal: 'not_found' }, 404);
    return this.swaps.answerSwap(staffOf(request), swap, read.data.answer);
  }
}
