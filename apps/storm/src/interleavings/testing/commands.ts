import {
  begin,
  endByHolder,
  endByVisitor,
  loseHolder,
  pass,
  staffWriteRefusal,
  type Conversation,
  type ConversationEvent,
} from '@warmline/conversation';
import type { Instant, OfferId, StaffId } from '@warmline/kernel';
import {
  acceptOffer,
  declineOffer,
  expireOffer,
  hasRoom,
  load,
  type Offer,
  type RoutingEvent,
} from '@warmline/routing';
import { caseloadOf, type Rows, type Transaction } from './transactional-memory';

export const CAPACITY = 2;

export type Command =
  | { readonly does: 'accept' | 'decline' | 'expire'; readonly offer: OfferId; readonly at: Instant }
  | { readonly does: 'end_as_visitor'; readonly conversation: string; readonly at: Instant }
  | {
      readonly does: 'end_as_holder' | 'write';
      readonly conversation: string;
      readonly staff: StaffId;
      readonly epoch: number;
      readonly at: Instant;
    }
  | {
      readonly does: 'lose';
      readonly conversation: string;
      readonly epoch: number;
      readonly at: Instant;
    }
  | {
      readonly does: 'pass_to';
      readonly conversation: string;
      readonly staff: StaffId;
      readonly at: Instant;
    };

const withConversation = (rows: Rows, changed: Conversation): Rows => ({
  ...rows,
  conversations: new Map(rows.conversations).set(changed.id, changed),
});

const closeHolding = (rows: Rows, conversation: string): Rows => ({
  ...rows,
  holdings: rows.holdings.map((held) =>
    held.conversation === conversation ? { ...held, open: false } : held,
  ),
});

const began = (rows: Rows, fact: Extract<ConversationEvent, { type: 'holding_began' }>): Rows => {
  const { conversation: id, service, epoch, staff } = fact;
  const about = { id, service, epoch, isInDanger: false, dangerLoweredBy: [] };
  const talking = { ...about, state: 'talking', holder: staff, visitorLeft: false } as const;
  const holdings = [...rows.holdings, { conversation: id, epoch, staff, open: true }];
  return withConversation({ ...rows, holdings }, talking);
};

const saved = (rows: Rows, fact: ConversationEvent | RoutingEvent): Rows => {
  switch (fact.type) {
    case 'holding_began':
      return began(rows, fact);
    case 'holding_passed':
      return closeHolding(rows, fact.conversation);
    case 'holding_lost': {
      const { conversation: id, service, epoch } = fact;
      return withConversation(closeHolding(rows, id), {
        id,
        service,
        epoch,
        isInDanger: false,
        dangerLoweredBy: [],
        state: 'waiting',
      });
    }
    case 'conversation_ended': {
      const { conversation: id, service, epoch, reason } = fact;
      return withConversation(closeHolding(rows, id), {
        id,
        service,
        epoch,
        isInDanger: false,
        dangerLoweredBy: [],
        state: 'ended',
        reason,
      });
    }
    case 'offer_accepted':
    case 'offer_declined':
    case 'offer_expired':
      return withOutcome(rows, fact);
    default:
      throw new Error(`nothing here makes ${fact.type}`);
  }
};

const OUTCOMES = {
  offer_accepted: 'accepted',
  offer_declined: 'declined',
  offer_expired: 'expired',
} as const;

const withOutcome = (
  rows: Rows,
  { offer, type }: Extract<RoutingEvent, { type: keyof typeof OUTCOMES }>,
): Rows => {
  const before = rows.offers.get(offer);
  if (before === undefined) return rows;
  return { ...rows, offers: new Map(rows.offers).set(offer, { ...before, outcome: OUTCOMES[type] }) };
};

const save = (tx: Transaction, facts: readonly (ConversationEvent | RoutingEvent)[]): void => {
  for (const fact of facts) tx.change((rows) => saved(rows, fact));
};

/** The order in which everyone locks: conversation, staff, offer. */
const lockOffer = async (tx: Transaction, id: OfferId): Promise<{ offer: Offer; rows: Rows } | null> => {
  const known = (await tx.read()).offers.get(id);
  if (known === undefined) return null;
  for (const key of [known.conversation, known.staff, id]) await tx.lock(key);
  const rows = await tx.read();
  const offer = rows.offers.get(id);
  return offer === undefined ? null : { offer, rows };
};

const answerOffer = async (
  tx: Transaction,
  { does, offer: id, at }: Extract<Command, { offer: OfferId }>,
): Promise<void> => {
  const found = await lockOffer(tx, id);
  if (found === null) return;
  const { offer, rows } = found;
  if (does === 'decline') return save(tx, declineOffer(offer, at).events);
  if (does === 'expire') return save(tx, expireOffer(offer, at).events);
  const conversation = rows.conversations.get(offer.conversation);
  const answer = acceptOffer(offer, at);
  if (conversation === undefined || !answer.accepted) return;
  const taken = begin(conversation, offer.staff, at);
  if (!taken.accepted || !hasRoom(load(caseloadOf(rows, offer.staff)), CAPACITY, 3)) return;
  save(tx, [...answer.events, ...taken.events]);
};

const onConversation = async (
  tx: Transaction,
  command: Exclude<Command, { offer: OfferId }>,
): Promise<void> => {
  await tx.lock(command.conversation);
  if (command.does === 'pass_to') await tx.lock(command.staff);
  const rows = await tx.read();
  const conversation = rows.conversations.get(command.conversation);
  if (conversation !== undefined) decide(tx, command, { conversation, rows });
};

const decide = (
  tx: Transaction,
  command: Exclude<Command, { offer: OfferId }>,
  { conversation, rows }: { readonly conversation: Conversation; readonly rows: Rows },
): void => {
  const { at } = command;
  switch (command.does) {
    case 'end_as_visitor':
      return save(tx, endByVisitor(conversation, at).events);
    case 'lose':
      return save(tx, loseHolder(conversation, { epoch: command.epoch, band: 2, at }).events);
    case 'pass_to': {
      if (!hasRoom(load(caseloadOf(rows, command.staff)), CAPACITY, 3)) return;
      const passed = pass(conversation, { to: command.staff, reason: 'handed_over', at });
      return passed.accepted ? save(tx, passed.events) : undefined;
    }
    case 'end_as_holder':
    case 'write':
      return actAsHolder(tx, command, { conversation, rows });
    default:
      throw new Error('no such command');
  }
};

const actAsHolder = (
  tx: Transaction,
  { does, staff, epoch, at }: Extract<Command, { does: 'write' | 'end_as_holder' }>,
  { conversation, rows }: { readonly conversation: Conversation; readonly rows: Rows },
): void => {
  const { id } = conversation;
  const held = rows.holdings.some(
    (one) => one.conversation === id && one.staff === staff && one.epoch === epoch,
  );
  if (does === 'end_as_holder') {
    const how = { reason: 'responder_ended_agreed', at } as const;
    const ended = endByHolder(conversation, { staff, epoch, held }, how);
    return ended.accepted ? save(tx, ended.events) : undefined;
  }
  if (staffWriteRefusal(conversation, { staff, epoch, held }) !== null) return;
  tx.change((now) => ({ ...now, writes: [...now.writes, { conversation: id, staff, epoch }] }));
};

/** One command as the product's use cases do it: lock, read again, decide purely, save, commit. */
export const perform = (command: Command) => (tx: Transaction) =>
  'offer' in command ? answerOffer(tx, command) : onConversation(tx, command);
