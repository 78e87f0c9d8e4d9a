import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '@warmline/identity';
import type { ConversationId } from '@warmline/kernel';
import { isUniqueViolation, type Stores } from '@warmline/postgres';
import { FLOOD_LEAST, needsTicks, partsOf } from '@warmline/routing';
import { Changes } from '../../index/changes';

export interface FloodProposal {
  /** The page makes it, so a proposal sent twice is one. */
  readonly flood: string;
  /** Which network and hour, by its random id. */
  readonly crowd: string;
  readonly chats: ReadonlySet<ConversationId>;
  /** Those of them that were ticked one by one. */
  readonly ticked: ReadonlySet<ConversationId>;
  /** Ask new chats from there for a proof of work too. */
  readonly asksProof: boolean;
}

/** A supervisor says that these waiting chats look like one flood. Nothing happens to them before a second supervisor agrees. */
@Injectable()
export class ProposeFlood {
  constructor(private readonly changes: Changes) {}

  /**
   * Leaves out chats that do not wait any more, and those that have to be ticked and are not. Refuses `flood_changed` when none is left,
   * when they are too few for a flood, and when another proposal is open for them.
   */
  async propose(person: StaffPrincipal, proposal: FloodProposal): Promise<'flood_changed' | null> {
    try {
      return await this.changes.commit((stores) => this.insert(stores, person, proposal));
    } catch (error) {
      if (isUniqueViolation(error)) return 'flood_changed';
      throw error;
    }
  }

  private async insert(
    stores: Stores,
    { service, staff }: StaffPrincipal,
    { flood, crowd, chats, ticked, asksProof }: FloodProposal,
  ): Promise<'flood_changed' | null> {
    const known = await stores.floods.lock(flood);
    if (known !== null) return known.proposedBy === staff ? null : 'flood_changed';
    const came = await stores.floods.findCrowd(service, crowd);
    const chosen = came
      .filter(({ conversation }) => chats.has(conversation))
      .map((chat) => ({ ...chat, ticked: ticked.has(chat.conversation) && needsTicks(chat) }));
    const parts = partsOf(chosen);
    if (came.length < FLOOD_LEAST || parts.length === 0) return 'flood_changed';
    const about = { service, flood, by: staff, at: await stores.now() };
    await stores.floods.propose(
      { type: 'flood_proposed', ...about, count: parts.length },
      { crowd, chats: parts, asksProof },
    );
    return null;
  }
}
