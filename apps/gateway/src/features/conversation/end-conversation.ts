import { Injectable } from '@nestjs/common';
import type { Reply } from '@warmline/contracts';
import {
  asksAfterChat,
  endAfterQuickExit,
  endByAbsence,
  endByHolder,
  endByTurningAway,
  endByVisitor,
  endSetAside,
  leaveQuickly,
  SILENCE_SPANS,
  silenceOf,
  writeUpOf,
  type ConversationEvent,
  type TurningAwayReason,
} from '@warmline/conversation';
import type { ConversationId, StaffId } from '@warmline/kernel';
import type { AbandonedConversation, LockedConversation, Stores } from '@warmline/postgres';
import { AlarmClock } from '@warmline/redis';
import { withdrawOffer } from '@warmline/routing';
import type { Refusal, ResponderEndReason } from '@warmline/vocabulary';
import { nothing, refused } from '../../core/replies';
import { Timers } from '../../core/timers';
import { Changes } from '../../index/changes';
import { lockOffer } from '../../staffing/lock-offer';
import { callOffHandover } from '../handover';

type Ended = Extract<ConversationEvent, { type: 'conversation_ended' }>;
type Ending = Ended | Extract<ConversationEvent, { type: 'visitor_left_quickly' }>;

export interface HolderEnding {
  readonly conversation: ConversationId;
  readonly staff: StaffId;
  readonly epoch: number;
  readonly reason: ResponderEndReason;
  /** The visitor may be asked three questions after it, also where they were in danger before. */
  readonly asksAfter: boolean;
}

interface AgreedEnding {
  readonly fact: Ended;
  readonly asksAfter: boolean;
}

/** The ways a conversation comes to its end. */
@Injectable()
export class EndConversation {
  constructor(
    private readonly changes: Changes,
    private readonly alarms: AlarmClock,
    private readonly timers: Timers,
  ) {}

  /** How long a responder has after a quick exit before the conversation ends by itself (ms). */
  get quickExitGrace(): number {
    return this.timers.quickExitGrace;
  }

  /** Leaves the queue, or ends the conversation. Ending twice changes nothing. */
  async endByVisitor(id: ConversationId): Promise<void> {
    await this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(id);
      if (locked === null) return;
      await this.save(stores, locked, {
        facts: endByVisitor(locked.conversation, await stores.now()).events,
      });
    });
  }

  /**
   * Refuses `not_found`, `stale_epoch`, `conversation_ended`, `agreement_needed` in danger (SAF2), and `not_quiet_yet`: the
   * visitor is told the reason, so it must be true.
   */
  async endByHolder({
    conversation,
    staff,
    epoch,
    reason,
    asksAfter,
  }: HolderEnding): Promise<Reply<Record<string, never>>> {
    return this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(conversation);
      if (locked === null) return refused('not_found');
      const held = await stores.holdings.wasHeld(conversation, epoch, staff);
      const at = await stores.now();
      const decision = endByHolder(locked.conversation, { staff, epoch, held }, { reason, at });
      if (!decision.accepted) return refused(decision.refusal);
      const untrue = await this.untrueReason(stores, conversation, reason);
      if (untrue !== null) return refused(untrue);
      await this.save(stores, locked, { facts: decision.events, asksAfter });
      return nothing;
    });
  }

  /** `not_quiet_yet` where the reason is that it went quiet, and that is not true; else null. */
  async untrueReason(
    stores: Stores,
    conversation: ConversationId,
    reason: ResponderEndReason,
  ): Promise<Extract<Refusal, 'not_quiet_yet'> | null> {
    if (reason !== 'went_quiet') return null;
    return (await this.wasQuiet(stores, conversation)) ? null : 'not_quiet_yet';
  }

  /** Two people have agreed to it, which is saved in the same transaction. */
  async endByAgreement(
    stores: Stores,
    locked: LockedConversation,
    { fact, asksAfter }: AgreedEnding,
  ): Promise<void> {
    await this.save(stores, locked, { facts: [fact], asksAfter });
  }

  /** Quick exit: the responder is told, and the conversation ends a little later. In band 1 a person must end it. */
  async leaveQuickly(tokenHash: Buffer): Promise<void> {
    const left = await this.changes.commit(async (stores) => {
      const row = await stores.conversations.findByToken(tokenHash);
      const locked = row === null ? null : await stores.conversations.lock(row.id);
      if (locked === null) return null;
      await this.save(stores, locked, {
        facts: leaveQuickly(locked.conversation, await stores.now()).events,
      });
      return locked.row;
    });
    // Without Redis a sweep finds it.
    if (left !== null)
      await this.alarms.set({ kind: 'quick_exit', id: left.id }, this.quickExitGrace).catch(() => undefined);
  }

  /** After a quick exit and its grace. Early, late and repeated calls are harmless. Band 1 waits for a supervisor. */
  async endAfterQuickExit(id: ConversationId): Promise<void> {
    await this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(id);
      const leftAt = locked?.row.visitorLeftAt ?? null;
      const at = await stores.now();
      if (locked === null || leftAt === null || locked.row.band === 1 || at - leftAt < this.quickExitGrace)
        return;
      await this.save(stores, locked, { facts: endAfterQuickExit(locked.conversation, at).events });
    });
  }

  /** The visitor's page has been away for longer than the place is reserved. In band 1 a person must end an active conversation. */
  async endByAbsence({ conversation, state, epoch }: AbandonedConversation): Promise<void> {
    await this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(conversation);
      if (locked === null || (state === 'talking' && locked.row.band === 1)) return;
      const found = { state, epoch, at: await stores.now() };
      await this.save(stores, locked, { facts: endByAbsence(locked.conversation, found).events });
    });
  }

  /** No one would answer them in time, and other services can still be reached. */
  async endByTurningAway(id: ConversationId, reason: TurningAwayReason): Promise<void> {
    await this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(id);
      if (locked === null) return;
      const at = await stores.now();
      const { events: facts } = endByTurningAway(locked.conversation, { reason, at });
      await this.save(stores, locked, { facts });
    });
  }

  /** It was set aside as part of a flood, and cannot be brought back any more. False when it must not be ended so. */
  async endSetAside(stores: Stores, locked: LockedConversation, tickedByBoth: boolean): Promise<boolean> {
    const { events } = endSetAside(locked.conversation, { tickedByBoth, at: await stores.now() });
    await this.save(stores, locked, { facts: events });
    return events.length > 0;
  }

  /** A silence that was asked about twice and went on. */
  async endBySilence(
    stores: Stores,
    locked: LockedConversation,
    fact: Extract<Ending, { type: 'conversation_ended' }>,
  ): Promise<void> {
    await this.save(stores, locked, { facts: [fact] });
  }

  private async wasQuiet(stores: Stores, id: ConversationId): Promise<boolean> {
    const clock = await stores.clocks.load(id);
    const { end, seenEvery } = this.timers.silence(SILENCE_SPANS);
    return clock !== null && silenceOf(clock.silence, { now: clock.now, seenEvery }) >= end;
  }

  private async save(
    stores: Stores,
    locked: LockedConversation,
    { facts, asksAfter = false }: { readonly facts: readonly Ending[]; readonly asksAfter?: boolean },
  ): Promise<void> {
    const { conversation, row } = locked;
    const isOnHold = row.hold === 'unproven' || row.hold === 'set_aside';
    for (const fact of facts) {
      if (fact.type === 'visitor_left_quickly') await stores.conversations.leaveQuickly(fact);
      else await this.end(stores, locked, { fact, asksAfter });
      const toWriteUp = writeUpOf(conversation, fact, { isOnHold });
      if (toWriteUp !== null) await stores.endings.noteToWriteUp(toWriteUp);
    }
  }

  private async end(
    stores: Stores,
    { conversation, row }: LockedConversation,
    { fact, asksAfter: isAllowed }: AgreedEnding,
  ): Promise<void> {
    const open = await stores.offers.findOpenFor(fact.conversation);
    const offer = open === null ? null : await lockOffer(stores, open);
    const withdrawn = offer === null ? [] : withdrawOffer(offer.offer, fact.at).events;
    for (const event of withdrawn) await stores.offers.close(event);
    const { by, at, reason } = fact;
    await callOffHandover(stores, fact.conversation, { reason: 'conversation_ended', by, at });
    await stores.holdings.close(fact);
    const { band, responderMessageAt } = row;
    const hasTalked = responderMessageAt !== null;
    const asksAfter = asksAfterChat({ conversation, band, hasTalked, reason, isAllowed });
    await stores.conversations.end(fact, { asksAfter });
  }
}
