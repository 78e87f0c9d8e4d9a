import { Controller, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import { visitorTokenSchema } from '@warmline/contracts';
import { LOG, type Log } from '../../core/log';
import { RequiresPermission } from '../../session/permission-guard';
import { EndConversation } from './end-conversation';
import { hashOfToken } from './visitor-arrival';

/** The last request of a page that is already gone. The answer is always the same, whatever the token is. */
@Controller('v')
export class ExitController {
  constructor(
    private readonly end: EndConversation,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Post('exit')
  @HttpCode(204)
  @RequiresPermission('conversation.leave')
  async exit(@Headers('authorization') authorization: string | undefined): Promise<void> {
    const token = visitorTokenSchema.safeParse(authorization?.replace(/^Bearer /, ''));
    if (!token.success) return;
    await this.end
      .leaveQuickly(hashOfToken(token.data))
      .catch((err: unknown) => this.log.error({ err, what: 'quick exit' }, 'a quick exit was not recorded'));
  }
}
