import { Injectable } from '@nestjs/common';
import type { Reply, StaffCommands } from '@warmline/contracts';
import { conversationId } from '@warmline/kernel';
import { Hints } from '@warmline/redis';
import { nothing, refused } from '../../core/reply';
import type { Door } from '../../socket/command';
import type { StaffPage } from '../../socket/staff-console';
import { HolderFence } from './holder-fence';

type Command = StaffCommands['typing:set'];

@Injectable()
export class StaffTypesDoor implements Door<StaffPage, Command> {
  readonly action = 'conversation.write';

  constructor(
    private readonly fence: HolderFence,
    private readonly hints: Hints,
  ) {}

  async handle({ person }: StaffPage, payload: Command['payload']): Promise<Reply<Record<string, never>>> {
    const id = conversationId(payload.conversationId);
    const refusal = await this.fence.refusal(id, { staff: person.staff, epoch: payload.epoch });
    if (refusal !== null) return refused(refusal);
    this.hints.hint({ kind: 'typing', id, from: 'responder', typing: payload.typing });
    return nothing;
  }
}
