import { Injectable } from '@nestjs/common';
import type { Observation, Reply, StaffCommands } from '@warmline/contracts';
import { conversationId } from '@warmline/kernel';
import { done, nothing, refused } from '../../core/reply';
import type { Door } from '../../socket/command';
import { Listeners } from '../../socket/listeners';
import type { StaffConsole } from '../../socket/staff-console';
import { FollowConversation } from './follow-conversation';
import { ObservationViews } from './observation-view';
import { ObserveConversation } from './observe-conversation';

type Observe = StaffCommands['conversation:observe'];
type Unobserve = StaffCommands['conversation:unobserve'];

/** A supervisor opens a conversation to read. Recorded first; the responder sees who reads along. */
@Injectable()
export class ObserveDoor implements Door<StaffConsole, Observe> {
  readonly action = 'conversation.observe';

  constructor(
    private readonly observe: ObserveConversation,
    private readonly follow: FollowConversation,
    private readonly views: ObservationViews,
  ) {}

  async handle({ socket, person }: StaffConsole, payload: Observe['payload']): Promise<Reply<Observation>> {
    const id = conversationId(payload.conversationId);
    if (!(await this.observe.begin(person, id))) return refused('not_found');
    socket.data.reads.add(id);
    if (!(await this.follow.run(socket, id))) return refused('not_found');
    const view = await this.views.find(id);
    return view === null ? refused('not_found') : done(view);
  }
}

@Injectable()
export class UnobserveDoor implements Door<StaffConsole, Unobserve> {
  readonly action = 'conversation.observe';

  constructor(
    private readonly observe: ObserveConversation,
    private readonly listeners: Listeners,
  ) {}

  async handle(
    { socket, person }: StaffConsole,
    payload: Unobserve['payload'],
  ): Promise<Reply<Record<string, never>>> {
    const id = conversationId(payload.conversationId);
    await this.observe.end(person, id);
    await this.listeners.leave(socket, id);
    socket.data.reads.delete(id);
    return nothing;
  }
}
