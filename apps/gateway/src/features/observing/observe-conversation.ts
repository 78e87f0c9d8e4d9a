import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { StaffPrincipal } from '@warmline/identity';
import type { ConversationId } from '@warmline/kernel';
import { ConversationReadModel } from '@warmline/postgres';
import { HelpBell } from '@warmline/redis';
import { Changes } from '../../index/changes';
import { arriveAtCalls } from './arrive-at-calls';

/** Reading along: recorded before the first byte is sent, and shown to the responder. */
@Injectable()
export class ObserveConversation {
  constructor(
    private readonly changes: Changes,
    private readonly views: ConversationReadModel,
    private readonly bell: HelpBell,
  ) {}

  /** False for a conversation that is not of their service, or not at all. Opening it again is recorded again. */
  async beginObserving(person: StaffPrincipal, conversation: ConversationId): Promise<boolean> {
    if (!(await this.views.isInService(conversation, person.service))) return false;
    const about = { service: person.service, conversation, staff: person.staff };
    await this.changes.commit(async (stores) => {
      if ((await stores.conversations.lock(conversation)) === null) return;
      const at = await stores.now();
      if (await stores.observations.isOpen(conversation, person.staff))
        await stores.observations.recordRead({ type: 'conversation_read', ...about, at });
      else
        await stores.observations.beginObservation(
          { type: 'observation_began', ...about, at },
          { id: uuid(), session: person.session },
        );
      await arriveAtCalls(stores, conversation, { by: person.staff, at });
    });
    this.bell.ring();
    return true;
  }

  async endObserving(person: StaffPrincipal, conversation: ConversationId): Promise<void> {
    await this.changes.commit(async (stores) => {
      if ((await stores.conversations.lock(conversation)) === null) return;
      if (!(await stores.observations.isOpen(conversation, person.staff))) return;
      const { service, staff } = person;
      await stores.observations.endObservation({
        type: 'observation_ended',
        service,
        conversation,
        staff,
        at: await stores.now(),
      });
    });
    this.bell.ring();
  }

  /** Nobody reads along on a closed page: ends everything this session had open. */
  async endAllOf(person: StaffPrincipal): Promise<void> {
    const open = await this.views.findObservedBy(person.session);
    for (const conversation of open) await this.endObserving(person, conversation);
  }

  /** A holder opens what they hold: a read like any other, recorded before the first byte. */
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
