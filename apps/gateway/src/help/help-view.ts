import { Injectable } from '@nestjs/common';
import type { HelpCall, HelpView } from '@warmline/contracts';
import type { StaffPrincipal } from '@warmline/identity';
import type { ServiceId } from '@warmline/kernel';
import { HelpReadings, type StoredHelp, type StoredHelpCall } from '@warmline/postgres';
import { LiveIndex, staffPresence } from '@warmline/redis';
import { ConversationTexts } from '../conversation/conversation-texts';
import { atMost } from '../platform/at-most';
import { rounded } from '../routing/rounded';

/** Nobody who calls for help waits longer (ms) to hear who is here. */
const LOOKED_FOR = 1_000;

/** What a view is for. */
export type Looking = Pick<StaffPrincipal, 'staff' | 'role'>;

/** What the people of a service ask of each other, as each of them may see it. */
@Injectable()
export class HelpViews {
  constructor(
    private readonly readings: HelpReadings,
    private readonly texts: ConversationTexts,
    private readonly index: LiveIndex,
  ) {}

  async of(person: StaffPrincipal): Promise<HelpView> {
    return (await this.ofService(person.service))(person);
  }

  /** Read once for everyone. */
  async ofService(service: ServiceId): Promise<(person: Looking) => HelpView> {
    const stored = await this.readings.ofService(service);
    const here = await this.supervisorsHere(stored);
    const calls = await Promise.all(stored.calls.map((call) => this.callOf(call)));
    return ({ staff, role }) => ({
      now: Math.round(stored.now),
      mine: calls.filter(({ calledBy }) => calledBy.id === staff),
      calls: role === 'supervisor' ? calls : [],
      supervisorsHere: here === null ? null : here.filter((id) => id !== staff).length,
    });
  }

  /** Null without Redis: nobody can tell, and nobody is declared gone. */
  private async supervisorsHere({ supervisors }: StoredHelp): Promise<string[] | null> {
    let here: string[] | null = null;
    const looking = this.index.presentAmong(supervisors.map(staffPresence)).then((members) => {
      here = supervisors.filter((id) => members.has(staffPresence(id)));
    });
    await atMost(LOOKED_FOR, looking);
    return here;
  }

  private async callOf(stored: StoredHelpCall): Promise<HelpCall> {
    const { id, conversation, urgency, answeredById, answeredByName, answeredAt } = stored;
    return {
      id,
      conversationId: conversation,
      visitorName: conversation === null ? '' : await this.texts.nameOf(conversation, stored.nameSealed),
      urgency,
      calledBy: { id: stored.calledById, name: stored.calledByName },
      calledAt: Math.round(stored.calledAt),
      answered:
        answeredById === null || answeredAt === null
          ? null
          : { by: { id: answeredById, name: answeredByName ?? '' }, at: Math.round(answeredAt) },
      joinedAt: rounded(stored.joinedAt),
      isThere: stored.isThere,
    };
  }
}
