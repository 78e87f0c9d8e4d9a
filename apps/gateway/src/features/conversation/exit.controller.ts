import { Controller, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import { visitorTokenSchema } from '@warmline/contracts';
import { LOG, type Log } from '../../core/log';
import { RequiresPermission } from '../../session/permission-guard';
import { VisitorTurns } from '../../socket/visitor-turns';
import { EndConversation } from './end-conversation';
import { hashOfToken } from './visitor-arrival';

/** The last request of a page that is already gone. The answer is always the same, whatever the token is. */
@Controller('v')
export class ExitController {
  constructor(
    private readonly end: EndConversation,
    private readonly turns: VisitorTurns,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Post('exit')
  @HttpCode(204)
  @RequiresPermission('conversation.leave')
  async exit(@Headers('authorization') authorization: string | undefined): Promise<void> {
    const token = visitorTokenSchema.safeParse(authorization?.replace(/^Bearer /, ''));
    if (!token.success) return;
    const hash = hashOfToken(token.data);
    // Anyone can make up a token, so it waits for a turn beside visitors' commands. It goes first there, and is never sent away for how long it waits.
    const asker = { key: `exit ${hash.toString('base64')}`, isUrgent: true };
    try {
      const turn = await this.turns.useDatabase(asker, () => this.end.leaveQuickly(hash));
      if (!turn.isRun) this.log.error({ what: 'quick exit' }, 'a quick exit came too often to be recorded');
    } catch (err) {
      this.log.error({ err, what: 'quick exit' }, 'a quick exit was not recorded');
    }
  }
}
