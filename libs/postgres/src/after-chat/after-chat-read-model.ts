import type { ConversationId, Instant, ServiceId } from '@warmline/kernel';
import type { FeelingAfter, Listened } from '@warmline/vocabulary';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { bytes, flag, moment, oneOf, optional, whole } from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';
import { isKept } from '../conversations/expiry';

/** A chat after which the visitor is asked. */
export interface AskedAfterChat {
  readonly conversation: ConversationId;
  readonly isAnswered: boolean;
  /** For how long the token still works (ms); 0 once it is over. */
  readonly openFor: number;
}

/** `visitor_token_works` says whether, and this for how long. */
const ASKED = new RowQuery<AskedAfterChat>(
  { conversation: known.conversation, isAnswered: flag, openFor: whole },
  `select c.id as conversation, a.conversation_id is not null as "isAnswered",
     case when visitor_token_works(c, clock_timestamp())
       then greatest(0, extract(epoch from c.ended_at + interval '5 minutes' - clock_timestamp()) * 1000)::integer
       else 0 end as "openFor"
   from conversation c left join after_chat_answer a on a.conversation_id = c.id
   where c.id = any ($1::uuid[]) and c.asks_after and ${isKept('c')}`,
);

/** A chat of the survey, as libs/figures takes it. */
export interface StoredAskedChat {
  readonly isAnswered: boolean;
  readonly feeling: FeelingAfter | null;
  readonly listened: Listened | null;
}

/** Free words after a chat, still sealed. */
export interface StoredAfterChatWords {
  readonly conversation: ConversationId;
  readonly at: Instant;
  readonly sealed: Buffer;
}

interface Between {
  readonly from: Instant;
  readonly to: Instant;
}

/** Chats of one survey, at most: the newest. */
const CHATS_MOST = 20_000;
const WORDS_MOST = 50;

const SURVEY = new RowQuery<StoredAskedChat>(
  {
    isAnswered: flag,
    feeling: optional(oneOf({ much_better: true, better: true, same: true, worse: true, much_worse: true })),
    listened: optional(oneOf({ yes: true, partly: true, no: true })),
  },
  `select a.conversation_id is not null as "isAnswered", a.feeling, a.listened
   from conversation c left join after_chat_answer a on a.conversation_id = c.id
   where c.service_id = $1 and c.state = 'ended' and c.asks_after
     and c.ended_at >= to_timestamp($2 / 1000.0) and c.ended_at < to_timestamp($3 / 1000.0)
   order by c.ended_at desc limit ${CHATS_MOST}`,
);

const WORDS = new RowQuery<StoredAfterChatWords>(
  { conversation: known.conversation, at: moment, sealed: bytes },
  `select a.conversation_id as conversation, ${ms('a.at', 'at')}, a.words_sealed as sealed
   from after_chat_answer a join conversation c on c.id = a.conversation_id
   where a.service_id = $1 and a.words_sealed is not null and a.at >= to_timestamp($2 / 1000.0) and ${isKept('c')}
   order by a.at desc limit ${WORDS_MOST}`,
);

/** Reads which visitors are asked how a chat was, and what they answered. */
export class AfterChatReadModel {
  constructor(private readonly database: Database) {}

  /** Of these conversations, those after which the visitor is asked. */
  async findAsked(ids: readonly ConversationId[]): Promise<Map<ConversationId, AskedAfterChat>> {
    const asked = ids.length === 0 ? [] : await ASKED.all(this.database, [ids]);
    return new Map(asked.map((one) => [one.conversation, one]));
  }

  /** Chats that ended in the interval and after which the visitor was asked. */
  async loadSurvey(service: ServiceId, { from, to }: Between): Promise<StoredAskedChat[]> {
    return SURVEY.all(this.database, [service, from, to]);
  }

  /** What was written since, the newest first, 50 at most. */
  async loadWords(service: ServiceId, since: Instant): Promise<StoredAfterChatWords[]> {
    return WORDS.all(this.database, [service, since]);
  }
}
