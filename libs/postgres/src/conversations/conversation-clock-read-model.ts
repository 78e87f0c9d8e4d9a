import { MINUTE, type ConversationId, type ServiceId } from '@warmline/kernel';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { flag, list, whole } from '../connection/parse-rows';
import { RowQuery } from '../connection/row-query';
import {
  asClock,
  ASKED_AND_SILENT,
  CLOCK,
  CLOCK_COLUMNS,
  type ClockRow,
  type StoredClock,
} from './conversation-clock';

const QUIETEST = `clock_timestamp() - $1::double precision * interval '1 millisecond'`;

/** Those whose clock may have come to a step; whether it has is decided for each alone. */
const DUE = new RowQuery<ClockRow>(
  CLOCK_COLUMNS,
  `
  select ${CLOCK}
  where c.service_id = $4 and c.state <> 'ended' and c.state = 'talking' and c.visitor_left_at is null and (
    (c.responder_message_at > coalesce(c.visitor_message_at, '-infinity')
      and greatest(c.visitor_message_at, h.began_at, k.here_at, k.more_until) < ${QUIETEST}
      and not ((c.in_danger or coalesce(c.danger_lowered_by, c.step_closed_by) is not null) and coalesce(k.asked = 2 and ${ASKED_AND_SILENT}, false)))
    or (not c.in_danger and coalesce(k.told <> 5, true)
      and (select min(b.began_at) from holding b where b.conversation_id = c.id)
        + (v.session_minutes + 15 * coalesce(k.extensions, 0) - 15) * $2::double precision * interval '1 millisecond'
        < clock_timestamp()))
  order by k.asked_at nulls first, c.id limit $3`,
);

/** How long (ms) before now nothing is noted of someone who types: while they write, their words say that they are here. */
const NOTED_AFTER = MINUTE;
/** How often (ms) it is noted at most. */
const NOTED_EVERY = MINUTE / 6;

const NOTE_TYPING = `
  insert into conversation_clock as k (conversation_id, here_at)
  select c.id, clock_timestamp() from conversation c where c.id = $1 and c.state = 'talking'
    and c.responder_message_at > coalesce(c.visitor_message_at, '-infinity')
    and coalesce(c.visitor_message_at, c.entered_at)
      < clock_timestamp() - $2::double precision * interval '1 millisecond'
  on conflict (conversation_id) do update set here_at = excluded.here_at
    where k.here_at is null or k.here_at < clock_timestamp() - $3::double precision * interval '1 millisecond'
  returning conversation_id`;

/** A question to a silent visitor. */
export interface AskedIfHere {
  readonly conversation: ConversationId;
  /** Its number in the timeline. */
  readonly seq: number;
  /** Whether the chat ends by itself if they stay silent. */
  readonly canEnd: boolean;
}

const ASKED = new RowQuery<AskedIfHere>(
  { conversation: known.conversation, seq: whole, canEnd: flag },
  `
  select c.id as conversation, k.asked_seq as seq, not c.in_danger and coalesce(c.danger_lowered_by, c.step_closed_by) is null as "canEnd"
  from conversation c join conversation_clock k on k.conversation_id = c.id
  join holding h on h.conversation_id = c.id and h.ended_at is null
  where c.id = any ($1::uuid[]) and ${ASKED_AND_SILENT}`,
);

/** Reads the clocks of conversations, and notes that a visitor is there. */
export class ConversationClockReadModel {
  constructor(private readonly database: Database) {}

  /** `quiet`: a silence shorter than this (ms) is of no interest. `minute`: a minute of this process's clock (ms). */
  async findDue(
    service: ServiceId,
    { quiet, minute, limit }: { readonly quiet: number; readonly minute: number; readonly limit: number },
  ): Promise<StoredClock[]> {
    return (await DUE.all(this.database, [quiet, minute, limit, service])).map(asClock);
  }

  /** A visitor in an active conversation types. Answers whether that was noted. `minute` as above. */
  async noteTyping(id: ConversationId, minute: number): Promise<boolean> {
    const answer: unknown = await this.database.query(NOTE_TYPING, [
      id,
      (minute * NOTED_AFTER) / MINUTE,
      (minute * NOTED_EVERY) / MINUTE,
    ]);
    return list((noted) => noted)(answer).length > 0;
  }

  /** Those of these conversations whose visitor was asked whether they are there, and has not answered. */
  async findAsked(ids: readonly ConversationId[]): Promise<Map<ConversationId, AskedIfHere>> {
    if (ids.length === 0) return new Map();
    const asked = await ASKED.all(this.database, [ids]);
    return new Map(asked.map((one) => [one.conversation, one]));
  }
}
