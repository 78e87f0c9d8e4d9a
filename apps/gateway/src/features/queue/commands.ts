import { Injectable } from '@nestjs/common';
import { conversationId } from '@warmline/kernel';
import { defineStaffCommands } from '../../socket/commands';
import { SetBand } from './set-band';
import { TakeFromQueue } from './take-from-queue';
import { TellWaiting } from './tell-waiting';

@Injectable()
export class QueueCommands {
  readonly table = defineStaffCommands({
    'band:set': {
      permission: 'queue.arrange',
      run: ({ person }, payload) =>
        this.setBand.setBandOf(person, conversationId(payload.conversationId), payload),
    },
    'queue:take': {
      permission: 'conversation.take_over',
      run: ({ person }, { who }) => this.takeFromQueue.takeFirst(person, who),
    },
    'waiting:tell': {
      permission: 'queue.arrange',
      run: ({ person }, { notice }) => this.tellWaiting.tellEveryone(person, notice),
    },
  });

  constructor(
    private readonly setBand: SetBand,
    private readonly takeFromQueue: TakeFromQueue,
    private readonly tellWaiting: TellWaiting,
  ) {}
}
