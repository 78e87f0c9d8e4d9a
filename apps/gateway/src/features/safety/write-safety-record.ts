import { Injectable } from '@nestjs/common';
import { callsSupervisor, closeSafetyStep, recordSafety, type SafetyEntry } from '@warmline/conversation';
import type { StaffPrincipal } from '@warmline/identity';
import { later, MINUTE, type ConversationId, type Instant } from '@warmline/kernel';
import { ConversationReadModel, type LockedConversation, type Stores } from '@warmline/postgres';
import { HelpChannel } from '@warmline/redis';
import { isHeldByAnswer } from '@warmline/routing';
import type { ConversationKey } from '@warmline/sealing';
import {
  SAFETY_ENTRIES_MAX,
  type Refusal,
  type SafetyLoweringReason,
  type SafetyStepCause,
} from '@warmline/vocabulary';
import { Changes } from '../../index/changes';
import { placeUrgentCall } from '../help';
import { ConversationTexts } from '../timeline';
import { claimOf } from './claim-of';
import { promote } from './promote';
import { boundEntry, parseEntry } from './safety-record-view';

export interface WrittenEntry {
  readonly id: string;
  readonly conversation: ConversationId;
  /** Of the holding someone acts under; null for a supervisor who does not hold it. */
  readonly epoch: number | null;
  /** Made at the time of writing, by the clock of the database. */
  readonly entryAt: (at: Instant) => SafetyEntry;
}

export interface LoggedCall {
  readonly id: string;
  readonly conversation: ConversationId;
  readonly called: string;
  readonly minutesAgo: number;
  readonly reference: string;
  readonly outcome: string;
  readonly isConfirmed: boolean;
}

interface Writing extends Omit<WrittenEntry, 'entryAt'> {
  readonly entry: SafetyEntry;
  readonly key: ConversationKey;
  readonly at: Instant;
}

/** Staff write into the safety record. Facts that ask for a supervisor call one, once, in the transaction that stores them. */
@Injectable()
export class WriteSafetyRecord {
  constructor(
    private readonly changes: Changes,
    private readonly conversations: ConversationReadModel,
    private readonly texts: ConversationTexts,
    private readonly helpChannel: HelpChannel,
  ) {}

  /**
   * Twice is once. Null when it is stored. Refuses `not_found`, `stale_epoch`, `conversation_ended`, `not_allowed`,
   * `reason_needed`, and `too_fast` for a record that is full.
   */
  async write(person: StaffPrincipal, written: WrittenEntry): Promise<Refusal | null> {
    const isKnown = await this.conversations.isInService(written.conversation, person.service);
    const key = isKnown ? await this.texts.keyOf(written.conversation) : null;
    if (key === null) return 'not_found';
    const refusal = await this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(written.conversation);
      if (locked?.row.serviceId !== person.service) return 'not_found';
      const at = await stores.now();
      const writing = { ...written, entry: written.entryAt(at), key, at };
      return this.decide(stores, locked, { person, writing });
    });
    this.helpChannel.notifyGateways();
    return refusal;
  }

  /** A supervisor adds to the emergency log. Refuses as `write` does. */
  async logCall(
    person: StaffPrincipal,
    { id, conversation, minutesAgo, ...call }: LoggedCall,
  ): Promise<Refusal | null> {
    return this.write(person, {
      id,
      conversation,
      epoch: null,
      entryAt: (at) => ({ kind: 'log', ...call, calledAt: later(at, -minutesAgo * MINUTE) }),
    });
  }

  /** A supervisor closes the safety step. Closing a closed one changes nothing. Refuses `not_found`. */
  async closeStep(
    person: StaffPrincipal,
    {
      conversation,
      reason,
    }: { readonly conversation: ConversationId; readonly reason: SafetyLoweringReason },
  ): Promise<Refusal | null> {
    return this.changes.commit(async (stores) => {
      const locked = await stores.conversations.lock(conversation);
      if (locked?.row.serviceId !== person.service) return 'not_found';
      const at = await stores.now();
      const isOpen = locked.row.safetyStepAt !== null;
      const decision = closeSafetyStep(locked.conversation, isOpen, { reason, by: person.staff, at });
      if (decision.accepted) for (const fact of decision.events) await stores.safetyRecords.closeStep(fact);
      return null;
    });
  }

  private async decide(
    stores: Stores,
    locked: LockedConversation,
    { person, writing }: { readonly person: StaffPrincipal; readonly writing: Writing },
  ): Promise<Refusal | null> {
    const { id, entry, at, key } = writing;
    const isSupervisor = person.role === 'supervisor';
    const claim = await claimOf(stores, person, writing);
    const decision = recordSafety(locked.conversation, {
      id,
      entry,
      by: person.staff,
      isSupervisor,
      claim: isSupervisor && !claim.held ? null : claim,
      at,
    });
    if (!decision.accepted) return decision.refusal;
    const known = await stores.safetyRecords.findEntry(id);
    if (known !== null)
      return known.staff === person.staff && known.conversation === locked.row.id ? null : 'not_found';
    if (locked.row.safetyEntries >= SAFETY_ENTRIES_MAX) return 'too_fast';
    const cause = await causeOf(stores, locked, writing);
    const sealed = key.seal(JSON.stringify(entry), boundEntry(id));
    for (const fact of decision.events) await stores.safetyRecords.add(fact, sealed);
    if (cause !== null) await openStep(stores, locked, { person, cause, at });
    return null;
  }
}

/** Why this entry opens the safety step; null where it does not, as after the end. An entry that cannot be opened counts as none. */
const causeOf = async (
  stores: Stores,
  { row }: LockedConversation,
  { entry, key }: Writing,
): Promise<SafetyStepCause | null> => {
  if (row.state === 'ended') return null;
  if (entry.kind === 'step') return entry.isDone && row.safetyStepAt === null ? 'card' : null;
  if (entry.kind !== 'fact') return null;
  const before = (await stores.safetyRecords.loadEntries(row.id)).flatMap(({ id, sealed }) => {
    const text = key.open(sealed, boundEntry(id));
    return (text === null ? null : parseEntry(text)) ?? [];
  });
  return callsSupervisor(before, entry, row.safetyStepBecause) ? 'threshold' : null;
};

/** The conversation is in danger from here on: no hold keeps it back, and if its holder is lost, it is answered first. */
const openStep = async (
  stores: Stores,
  locked: LockedConversation,
  {
    person,
    cause,
    at,
  }: { readonly person: StaffPrincipal; readonly cause: SafetyStepCause; readonly at: Instant },
): Promise<void> => {
  const { row } = locked;
  const about = { service: row.serviceId, conversation: row.id, at };
  const opened = { type: 'safety_step_opened', ...about, because: cause, by: person.staff } as const;
  await stores.safetyRecords.openStep(opened, row.safetyStepAt);
  if (row.band > 1 || isHeldByAnswer(row)) await promote(stores, locked, { band: 1, by: person.staff, at });
  if (cause === 'threshold') await placeUrgentCall(stores, person, row.id);
};
