import type { IncomingMessage } from 'node:http';
import { Body, Controller, HttpCode, HttpException, Inject, Post, Req } from '@nestjs/common';
import { newComplaintSchema } from '@warmline/contracts';
import { LOG, type Log } from '../../core/log';
import { RequiresPermission } from '../../session/permission-guard';
import { VisitorTurns } from '../../socket/visitor-turns';
import { StartPressure } from '../conversation';
import { MakeComplaint } from './make-complaint';

/** Anyone tells the service something about itself, with or without a chat. Nothing says who it was. */
@Controller('v')
export class ComplaintController {
  constructor(
    private readonly pressure: StartPressure,
    private readonly turns: VisitorTurns,
    private readonly complaints: MakeComplaint,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Sending it again with the same id changes nothing. Refuses `malformed`, `too_fast`, and `unavailable` when it was not stored. */
  @Post('complaint')
  @HttpCode(204)
  @RequiresPermission('complaint.make')
  async make(@Req() request: IncomingMessage, @Body() body: unknown): Promise<void> {
    const read = newComplaintSchema.safeParse(body);
    if (!read.success) throw new HttpException({ refusal: 'malformed' }, 400);
    if (!this.pressure.takeComplaint(request)) throw new HttpException({ refusal: 'too_fast' }, 429);
    const { complaintId: complaint, words } = read.data;
    const asker = { key: `complaint ${complaint}`, isUrgent: false };
    const turn = await this.turns
      .useDatabase(asker, () => this.complaints.make(complaint, words))
      .catch((err: unknown) => {
        this.log.error({ err }, 'a complaint was not stored');
        return { isRun: false as const, why: 'unavailable' as const };
      });
    if (!turn.isRun) throw new HttpException({ refusal: turn.why }, 503);
  }
}
