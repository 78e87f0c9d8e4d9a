import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '@warmline/identity';
import type { ConversationId, Instant } from '@warmline/kernel';
import type { ConversationRow, Stores } from '@warmline/postgres';
import {
  confirmFlood,
  FLOOD_UNDO_FOR,
  PROOF_ASKED_FOR,
  stopProof,
  undoFlood,
  withdrawOffer,
  type Flood,
  type FloodChat,
  type FloodEvent,
} from '@warmline/routing';
import type { Refusal } from '@warmline/vocabulary';
import { Timers } from '../../core/timers';
import { Changes } from '../../index/changes';
import { lockOffer } from '../../staffing/lock-offer';

type Refused = Extract<Refusal, 'not_found' | 'not_yourself' | 'flood_changed'> | null;

/** What the second supervisor agrees to. */
interface Agreed {
  readonly ticked: ReadonlySet<ConversationId>;
  readonly asksProof: boolean;
}

/** A second supervisor confirms a flood, and its chats are set aside; or a supervisor calls it off. */
@Injectable()
export class SettleFlood {
  constructor(
    private readonly changes: Changes,
    private readonly timers: Timers,
  ) {}

  /**
   * Leaves out chats that are not as they were: answered, gone, or written in since. A chat that has to be ticked is set aside only if
   * both did. Refuses `not_found`, `not_yourself`, `flood_changed`.
   */
  async confirm(
    { service, staff }: StaffPrincipal,
    id: string,
    { ticked, asksProof }: Agreed,
  ): Promise<Refused> {
    const proofFor = this.timers.scaled(PROOF_ASKED_FOR);
    return this.changes.commit(async (stores) => {
      const proposed = await stores.floods.findChats(id);
      const rows = await stores.conversations.lockWaiting(proposed.map(({ conversation }) => conversation));
      const flood = await stores.floods.lock(id);
      if (flood?.service !== service) return 'not_found';
      const byBoth = proposed
        .map(({ conversation, ticked: first }) => ({ conversation, both: first && ticked.has(conversation) }))
        .filter(({ both }) => both)
        .map(({ conversation }) => conversation);
      const chats = rows.filter((row) => isAsProposed(row, flood)).map((row) => chatOf(row, new Set(byBoth)));
      const at = await stores.now();
      const decision = confirmFlood(flood, chats, { by: staff, at, asksProof, proofFor });
      if (!decision.accepted) return decision.refusal;
      await this.setAside(stores, decision.events, byBoth);
      return null;
    });
  }

  /** Before it is confirmed nothing was set aside. Afterwards each chat has its old place. Refuses `not_found`, `flood_changed`. */
  async undo({ service, staff }: StaffPrincipal, id: string): Promise<Refused> {
    const undoFor = this.timers.scaled(FLOOD_UNDO_FOR);
    return this.changes.commit(async (stores) => {
      const chats = await stores.floods.findChats(id);
      const back = await stores.floods.lockSetAside(chats.map(({ conversation }) => conversation));
      const flood = await stores.floods.lock(id);
      if (flood?.service !== service) return 'not_found';
      const decision = undoFlood(flood, back, { by: staff, at: await stores.now(), undoFor });
      if (!decision.accepted) return decision.refusal;
      const { events } = decision;
      await stores.floods.bringBack(events.filter((fact) => fact.type === 'chat_brought_back'));
      for (const fact of events) {
        if (fact.type === 'proof_stopped') await stores.floods.stopProof(fact);
        if (fact.type === 'flood_closed') await stores.floods.close(fact);
      }
      return null;
    });
  }

  /** New chats from there are asked for no proof any more. Refuses `not_found`. */
  async stopProof({ service, staff }: StaffPrincipal, id: string): Promise<Refused> {
    return this.changes.commit(async (stores) => {
      const flood = await stores.floods.lock(id);
      if (flood?.service !== service) return 'not_found';
      const { events } = stopProof(flood, { by: staff, at: await stores.now() });
      for (const fact of events) await stores.floods.stopProof(fact);
      return null;
    });
  }

  private async setAside(
    stores: Stores,
    facts: readonly FloodEvent[],
    tickedByBoth: readonly ConversationId[],
  ): Promise<void> {
    const setAside = facts.filter((fact) => fact.type === 'chat_set_aside');
    await stores.floods.setAside(setAside, tickedByBoth);
    for (const fact of facts) {
      if (fact.type === 'flood_confirmed') await stores.floods.confirm(fact);
      if (fact.type === 'proof_asked') await stores.floods.askProof(fact);
    }
    for (const { conversation, at } of setAside) await withdraw(stores, conversation, at);
  }
}

/** The person who is asked for it is not asked any more. */
const withdraw = async (stores: Stores, conversation: ConversationId, at: Instant): Promise<void> => {
  const open = await stores.offers.findOpenFor(conversation);
  const known = open === null ? null : await lockOffer(stores, open);
  for (const fact of known === null ? [] : withdrawOffer(known.offer, at).events)
    await stores.offers.close(fact);
};

/** A first wait in which nothing was written, and nobody learned anything, since it was proposed. */
const isAsProposed = (
  { epoch, setAsideAt, visitorMessageAt, safetyAt }: ConversationRow,
  { proposedAt }: Flood,
): boolean =>
  epoch === 0 && setAsideAt === null && (visitorMessageAt ?? 0) <= proposedAt && safetyAt <= proposedAt;

const chatOf = (
  { id: conversation, band, visitorMessages: messages, safetyAnswer: answer }: ConversationRow,
  byBoth: ReadonlySet<ConversationId>,
): FloodChat => ({ conversation, band, messages, answer, ticked: byBoth.has(conversation) });
