import { Injectable } from '@nestjs/common';
import type { Reply, StaffCommands } from '@warmline/contracts';
import { conversationId } from '@warmline/kernel';
import { ConversationReadModel } from '@warmline/postgres';
import { Hints } from '@warmline/redis';
import { nothing, refused } from '../../core/reply';
import type { Door } from '../../socket/command';
import type { StaffPage } from '../../socket/staff-console';
import { HolderFence } from './holder-fence';

type Command = StaffCommands['receipt:seen'];

@Injectable()
export class StaffSeesDoor implements Door<StaffPage, Command> {
  readonly action = 'conversation.write';

  constructor(
    private readonly views: ConversationReadModel,
    private readonly fence: HolderFence,
    private readonly hints: Hints,
  ) {}

  async handle({ person }: StaffPage, payload: Command['payload']): Promise<Reply<Record<string, never>>> {
    const id = conversationId(payload.conversationId);
    const by = { staff: person.staff, epoch: payload.epoch };
    const refusal = await this.fence.refusal(id, by);
    if (refusal !== null) return refused(refusal);
    if (await this.views.moveResponderCursor(id, payload.seq, by))
      this.hints.hint({ kind: 'changed', conversations: [id], staff: [] });
    return nothing;
  }
}
