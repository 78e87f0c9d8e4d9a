import type { MinutesLeft, SessionFacts, SilenceFacts } from '@warmline/conversation';
import { MINUTE, type ConversationId, type Instant } from '@warmline/kernel';
import * as known from '../connection/known-values';
import { list, moment, optional, row, whole } from '../connection/parse-rows';
import { milliseconds, ms } from '../connection/row-query';
import { OUTAGE } from './outage-store';

/** What the clocks of an active conversation know, at the database's `now`. */
export interface StoredClock {
  readonly conversation: ConversationId;
  readonly now: Instant;
  readonly silence: SilenceFacts;
  readonly session: SessionFacts;
  /** The number of the newest question in the timeline; null before one. */
  readonly askedSeq: number | null;
}

export type ClockRow = SilenceFacts &
  Omit<SessionFacts, 'length'> & {
    readonly conversation: ConversationId;
    readonly now: Instant;
    readonly minutes: number;
    readonly askedSeq: number | null;
  };

const minutesLeft = (value: unknown): MinutesLeft => (whole(value) === 15 ? 15 : 5);

export const CLOCK_COLUMNS = {
  conversation: known.conversation,
  now: moment,
  firstReplyAt: optional(moment),
  lastReplyAt: optional(moment),
  hereAt: optional(moment),
  moreUntil: optional(moment),
  servedSince: optional(moment),
  seenAt: optional(moment),
  absences: list(row({ from: moment, to: moment })),
  asked: whole,
  askedAt: optional(moment),
  askedSeq: optional(whole),
  beganAt: moment,
  minutes: whole,
  extensions: whole,
  told: optional(minutesLeft),
};

/** Since when some gateway has answered without a gap; null while none does. */
const SERVED_SINCE = `(select min(since) from gateway_heartbeat
  where at > clock_timestamp() - interval '${OUTAGE} milliseconds')`;

/**
 * The clock of conversation `c` under its open holding `h`, with its stored clock `k`. Who holds it now has to have written:
 * after a handover or a lost connection the visitor waits for the new person.
 */
export const CLOCK = `
  c.id as conversation, ${ms('clock_timestamp()', 'now')},
  (select ${milliseconds('min(e.at)')} from timeline_entry e where e.conversation_id = c.id and e.author_role = 'responder'
    and e.at > greatest(coalesce(c.visitor_message_at, '-infinity'), h.began_at)) as "firstReplyAt",
  ${ms('c.responder_message_at', 'lastReplyAt')}, ${ms('k.here_at', 'hereAt')}, ${ms('k.more_until', 'moreUntil')},
  ${ms(SERVED_SINCE, 'servedSince')},
  (select ${milliseconds('s.at')} from visitor_presence s where s.conversation_id = c.id) as "seenAt",
  coalesce((select json_agg(json_build_object('from', ${milliseconds('a.from_at')}, 'to', ${milliseconds('a.to_at')}))
    from visitor_absence a where a.conversation_id = c.id), '[]') as absences,
  coalesce(k.asked, 0) as asked, ${ms('k.asked_at', 'askedAt')}, k.asked_seq as "askedSeq",
  (select ${milliseconds('min(b.began_at)')} from holding b where b.conversation_id = c.id) as "beganAt",
  v.session_minutes as minutes, coalesce(k.extensions, 0) as extensions, k.told
  from conversation c join holding h on h.conversation_id = c.id and h.ended_at is null
  join service v on v.id = c.service_id left join conversation_clock k on k.conversation_id = c.id`;

/** As SQL: the visitor `c` was asked whether they are there, under the clock `k` and holding `h`, and has not answered. */
export const ASKED_AND_SILENT = `k.asked > 0 and k.asked_at > greatest(c.visitor_message_at, k.here_at, h.began_at)`;

export const asClock = ({
  conversation,
  now,
  askedSeq,
  minutes,
  beganAt,
  extensions,
  told,
  ...silence
}: ClockRow): StoredClock => ({
  conversation,
  now,
  silence,
  askedSeq,
  session: { beganAt, length: minutes * MINUTE, extensions, told },
});
