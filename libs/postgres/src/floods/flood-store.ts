import type { EntityManager } from 'typeorm';
import type { ConversationId, Instant, ServiceId } from '@warmline/kernel';
import type { Flood, FloodChat, FloodFact, FloodOutcome } from '@warmline/routing';
import * as known from '../connection/known-values';
import { dateMoment, flag, oneOf, optional, text, whole } from '../connection/parse-rows';
import { RowQuery } from '../connection/row-query';
import { writeFact, type FactWriters } from '../outbox/fact-writers';

/** A chat of an open flood. `ticked`: by who proposed it; once it is confirmed, by both. */
export interface ChosenChat {
  readonly conversation: ConversationId;
  readonly ticked: boolean;
}

const outcome = oneOf<FloodOutcome>({ ended: true, undone: true, withdrawn: true, expired: true });

const FLOOD = new RowQuery<Flood>(
  {
    id: text,
    service: known.service,
    proposedBy: known.staff,
    proposedAt: dateMoment,
    confirmedBy: optional(known.staff),
    confirmedAt: optional(dateMoment),
    asksProof: flag,
    proofUntil: optional(dateMoment),
    outcome: optional(outcome),
  },
  `
  select id, service_id as service, proposed_by as "proposedBy", proposed_at as "proposedAt", confirmed_by as "confirmedBy",
    confirmed_at as "confirmedAt", asks_proof as "asksProof", proof_until as "proofUntil", outcome
  from flood where id = $1 for update`,
);

/** First waits only: who was answered once is no part of a flood. */
const CROWD = new RowQuery<Omit<FloodChat, 'ticked'>>(
  { conversation: known.conversation, band: known.band, messages: whole, answer: known.safetyAnswer },
  `
  select c.id as conversation, c.band, c.visitor_messages as messages, c.safety_answer as answer
  from arrival a join conversation c on c.id = a.conversation_id
  where a.service_id = $1 and a.crowd = $2 and c.state = 'waiting' and c.epoch = 0 and c.set_aside_at is null
  order by c.id`,
);

const CHATS = new RowQuery<ChosenChat>(
  { conversation: known.conversation, ticked: flag },
  `select conversation_id as conversation, ticked from flood_chat where flood_id = $1 order by conversation_id`,
);

const ENDED = new RowQuery<{ readonly count: number }>(
  { count: whole },
  `
  select count(*)::integer as count from flood_chat t join conversation c on c.id = t.conversation_id
  where t.flood_id = $1 and c.end_reason = 'service_stopped'`,
);

const SET_ASIDE = new RowQuery<{ readonly id: ConversationId }>(
  { id: known.conversation },
  `
  select id from conversation where id = any ($1::uuid[]) and state = 'waiting' and set_aside_at is not null
  order by id for no key update`,
);

/** Waiting chats that two supervisors set aside together. Lock the chats before the flood. */
export class FloodStore {
  constructor(
    private readonly tx: EntityManager,
    private readonly writers: FactWriters,
  ) {}

  /** The chat that starts in this transaction came from the network of this crowd. */
  async noteArrival(
    conversation: ConversationId,
    from: { readonly service: ServiceId; readonly crowd: string },
  ) {
    await this.tx.query('insert into arrival (conversation_id, service_id, crowd) values ($1, $2, $3)', [
      conversation,
      from.service,
      from.crowd,
    ]);
  }

  /** The waiting chats of this crowd that are not set aside. */
  async findCrowd(service: ServiceId, crowd: string): Promise<Omit<FloodChat, 'ticked'>[]> {
    return CROWD.all(this.tx, [service, crowd]);
  }

  /** Locks the flood until the transaction ends; null when there is none. */
  async lock(id: string): Promise<Flood | null> {
    return FLOOD.first(this.tx, [id]);
  }

  /** Violates a unique index when another proposal for this crowd is open. */
  async propose(
    fact: FloodFact<'flood_proposed'>,
    of: { crowd: string; chats: readonly ChosenChat[]; asksProof?: boolean },
  ) {
    await this.tx.query(
      'insert into flood (id, service_id, crowd, proposed_by, proposed_at, asks_proof) values ($1, $2, $3, $4, $5, $6)',
      [fact.flood, fact.service, of.crowd, fact.by, new Date(fact.at), of.asksProof === true],
    );
    await this.tx.query(
      `insert into flood_chat (flood_id, conversation_id, ticked)
       select $1, id, ticked from unnest($2::uuid[], $3::boolean[]) as c(id, ticked)`,
      [fact.flood, of.chats.map(({ conversation }) => conversation), of.chats.map(({ ticked }) => ticked)],
    );
    await this.writers.audit.record(fact);
  }

  /** The chats of an open flood; none of a closed one. */
  async findChats(id: string): Promise<ChosenChat[]> {
    return CHATS.all(this.tx, [id]);
  }

  /** Chats of an open flood that are over. */
  async countEnded(id: string): Promise<number> {
    return (await ENDED.one(this.tx, [id])).count;
  }

  /** Locks those of these chats that are still set aside, in id order, until the transaction ends. */
  async lockSetAside(ids: readonly ConversationId[]): Promise<ConversationId[]> {
    return (await SET_ASIDE.all(this.tx, [ids])).map(({ id }) => id);
  }

  /** Takes these locked chats out of offers. `ticked`: those that both supervisors chose one by one. */
  async setAside(facts: readonly FloodFact<'chat_set_aside'>[], ticked: readonly ConversationId[]) {
    const [first] = facts;
    if (first === undefined) return;
    const ids = facts.map(({ conversation }) => conversation);
    await this.tx.query('update conversation set set_aside_at = $2 where id = any ($1::uuid[])', [
      ids,
      new Date(first.at),
    ]);
    await this.tx.query(
      'delete from flood_chat where flood_id = $1 and conversation_id <> all ($2::uuid[])',
      [first.flood, ids],
    );
    await this.tx.query(
      'update flood_chat set ticked = conversation_id = any ($2::uuid[]) where flood_id = $1',
      [first.flood, ticked],
    );
    await writeFact(this.writers, ...facts);
  }

  async confirm(fact: FloodFact<'flood_confirmed'>): Promise<void> {
    await this.tx.query('update flood set confirmed_by = $2, confirmed_at = $3 where id = $1', [
      fact.flood,
      fact.by,
      new Date(fact.at),
    ]);
    await this.writers.audit.record(fact);
  }

  /** Of a locked flood that is confirmed: new chats from there are asked for a proof until then. */
  async askProof(fact: FloodFact<'proof_asked'>): Promise<void> {
    await this.endProof(fact.flood, fact.until);
    await this.writers.audit.record(fact);
  }

  async stopProof(fact: FloodFact<'proof_stopped'>): Promise<void> {
    await this.endProof(fact.flood, fact.at);
    await this.writers.audit.record(fact);
  }

  private async endProof(flood: string, until: Instant): Promise<void> {
    await this.tx.query('update flood set proof_until = $2 where id = $1', [flood, new Date(until)]);
  }

  /** These locked chats wait as before, each with the time at which it entered the queue. */
  async bringBack(facts: readonly FloodFact<'chat_brought_back'>[]): Promise<void> {
    const ids = facts.map(({ conversation }) => conversation);
    await this.tx.query('update conversation set set_aside_at = null where id = any ($1::uuid[])', [ids]);
    await writeFact(this.writers, ...facts);
  }

  /** Which chats it was about is in the audit only. */
  async close(fact: FloodFact<'flood_closed'>): Promise<void> {
    await this.tx.query('update flood set closed_at = $2, outcome = $3 where id = $1', [
      fact.flood,
      new Date(fact.at),
      fact.outcome,
    ]);
    await this.tx.query('delete from flood_chat where flood_id = $1', [fact.flood]);
    await this.writers.audit.record(fact);
  }
}
