import { Inject, Injectable } from '@nestjs/common';
import type { Reply, VisitorCommands, VisitorConversation } from '@warmline/contracts';
import { codePoints, VISITOR_NAME_MAX_CODE_POINTS } from '@warmline/kernel';
import { ConversationReadModel } from '@warmline/postgres';
import { done, refused } from '../../core/reply';
import { SERVICE, type Service } from '../../core/service-settings';
import type { Door } from '../../socket/command';
import type { VisitorPage } from '../../socket/visitor-page';
import { AttachVisitor } from './attach-visitor';
import { StartConversation } from './start-conversation';

type Command = VisitorCommands['conversation:start'];

@Injectable()
export class StartConversationDoor implements Door<VisitorPage, Command> {
  readonly action = 'conversation.start';

  constructor(
    private readonly start: StartConversation,
    private readonly views: ConversationReadModel,
    private readonly attach: AttachVisitor,
    @Inject(SERVICE) private readonly service: Service,
  ) {}

  async handle(page: VisitorPage, payload: Command['payload']): Promise<Reply<VisitorConversation>> {
    if (codePoints(payload.name) > VISITOR_NAME_MAX_CODE_POINTS) return refused('malformed');
    const { wishes = [] } = this.service;
    const wants = (payload.wants ?? []).filter((skill) => wishes.includes(skill));
    const started = await this.start.start({ tokenHash: page.tokenHash, ...payload, wants });
    if (!started.ok) return started;
    const row = await this.views.findConversation(started.value);
    return row === null ? refused('not_found') : done(await this.attach.attach(page, row));
  }
}
