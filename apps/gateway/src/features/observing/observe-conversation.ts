import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { leaveOpenly, type Conversation } from '@warmline/conversation';
import type { StaffPrincipal } from '@warmline/identity';
import type { ConversationId, StaffId } from '@warmline/kernel';
import { ConversationReadModel } from '@warmline/postgres';
import { HelpChannel } from '@warmline/redis';
import { Changes } from '../../index/changes';
import type { StaffSocket } from '../../socket/sockets';
import { AnswerHelp } from '../help';

const isHeldBy = (conversation: Conversation, staff: StaffId): boolean =>
  conversation.state === 'talking' && conversation.holder === staff;

/** A supervisor observes a conversation. It is recorded before anything is sent, and shown to the responder. */
@Injectable()
export class ObserveConversation {
  constructor(
    private readonly changes: Changes,
    private readonly conversations: ConversationReadModel,
    private readonly helpChannel: HelpChannel,
    private readonly help: AnswerHelp,
  ) {}

  /**
   * Null when it is open. Refuses `not_found` for an unknown conversation, one of another service, and one's own: nobody reads
   * along with themselves; and `conversation_ended`: what is over is opened with a purpose. Opening it again is recorded again.
   */
  async beginObserving(
    person: StaffPrincipal,
    conversation: ConversationId,
  ): Promise<'not_found' | 'conversation_ended' | null> {
    if (!(await this.conversations.isInService(conversation, person.service))) return 'not_found';
    const about = { service: person.service, conversation, staff: person.staff };
    const refusal = await this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(conversation);
      if (locked === null || isHeldBy(locked.conversation, person.staff)) return 'not_found';
      if (locked.conversation.state === 'ended') return 'conversation_ended';
      const at = await stores.now();
      if (await stores.observations.isOpen(conversation, person.staff))
        await stores.observations.recordRead({ type: 'conversation_read', ...about, at });
      else
        await stores.observations.beginObservation(
          { type: 'observation_began', ...about, at },
          { id: uuid(), session: person.session },
        );
      await this.help.arriveAtCalls(stores, conversation, { by: person.staff, at });
      return null;
    });
    if (refusal === null) this.helpChannel.notifyGateways();
    return refusal;
  }

  async endObserving(person: StaffPrincipal, conversation: ConversationId): Promise<void> {
    await this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(conversation);
      if (locked === null) return;
      if (!(await stores.observations.isOpen(conversation, person.staff))) return;
      const { service, staff } = person;
      const at = await stores.now();
      const hasJoined = await stores.observations.hasJoined(conversation, staff);
      for (const fact of leaveOpenly(locked.conversation, { staff, hasJoined, at }))
        await stores.observations.leaveOpenly(fact);
      await stores.observations.endObservation({
        type: 'observation_ended',
        service,
        conversation,
        staff,
        at,
      });
    });
    this.helpChannel.notifyGateways();
  }

  /** Ends everything this session observes: its last page has closed. */
  async endAllOf(person: StaffPrincipal): Promise<void> {
    const open = await this.conversations.findObservedBy(person.session);
    for (const conversation of open) await this.endObserving(person, conversation);
  }

  /** False for a conversation that is not theirs to read. The first read of each console is recorded. */
  async readOnce(
    socket: StaffSocket,
    person: StaffPrincipal,
    conversation: ConversationId,
  ): Promise<boolean> {
    if (!(await this.conversations.mayRead(conversation, person.staff))) return false;
    if (socket.data.reads.has(conversation)) return true;
    await this.recordRead(person, conversation);
    socket.data.reads.add(conversation);
    return true;
  }

  /** A holder opens their conversation. It is recorded like any read. */
  async recordRead(person: StaffPrincipal, conversation: ConversationId): Promise<void> {
    const { service, staff } = person;
    await this.changes.commit(async (stores) =>
      stores.observations.recordRead({
        type: 'conversation_read',
        service,
        conversation,
        staff,
        at: await stores.now(),
      }),
    );
  }
}
