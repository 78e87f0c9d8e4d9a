import { Injectable } from '@nestjs/common';
import type { Observation, Reply, StaffCommands } from '@warmline/contracts';
import { conversationId } from '@warmline/kernel';
import { done, nothing, refused } from '../../core/reply';
import type { Door } from '../../socket/command';
import { ConversationAccess } from '../../socket/conversation-access';
import type { StaffPage } from '../../socket/staff-console';
import { FollowConversation } from './follow-conversation';
import { ObservationViews } from './observation-view';
import { ObserveConversation } from './observe-conversation';

type Observe = StaffCommands['conversation:observe'];
type Unobserve = StaffCommands['conversation:unobserve'];

/** A supervisor opens a conversation to read. Recorded first; the responder sees who reads along. */
@Injectable()
export class ObserveDoor implements Door<StaffPage, Observe> {
  readonly action = 'conversation.observe';

  constructor(
    private readonly observe: ObserveConversation,
    private readonly follow: FollowConversation,
    private readonly views: ObservationViews,
  ) {}

  async handle({ socket, person }: StaffPage, payload: Observe['payload']): Promise<Reply<Observation>> {
    const id = conversationId(payload.conversationId);
    if (!(await this.observe.beginObserving(person, id))) return refused('not_found');
    socket.data.reads.add(id);
    if (!(await this.follow.follow(socket, id))) return refused('not_found');
    const view = await this.views.loadView(id);
    return view === null ? refused('not_found') : done(view);
  }
}

@Injectable()
export class UnobserveDoor implements Door<StaffPage, Unobserve> {
  readonly action = 'conversation.observe';

  constructor(
    private readonly observe: ObserveConversation,
    private readonly listeners: ConversationAccess,
  ) {}

  async handle(
    { socket, person }: StaffPage,
    payload: Unobserve['payload'],
  ): Promise<Reply<Record<string, never>>> {
    const id = conversationId(payload.conversationId);
    await this.observe.endObserving(person, id);
    await this.listeners.remove(socket, id);
    socket.data.reads.delete(id);
    return nothing;
  }
}
