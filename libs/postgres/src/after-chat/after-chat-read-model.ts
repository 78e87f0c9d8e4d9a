import type { ConversationId } from '@warmline/kernel';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { flag, whole } from '../connection/parse-rows';
import { RowQuery } from '../connection/row-query';
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

/** Reads which visitors are asked how a chat was, and what they answered. */
export class AfterChatReadModel {
  constructor(private readonly database: Database) {}

  /** Of these conversations, those after which the visitor is asked. */
  async findAsked(ids: readonly ConversationId[]): Promise<Map<ConversationId, AskedAfterChat>> {
    const asked = ids.length === 0 ? [] : await ASKED.all(this.database, [ids]);
    return new Map(asked.map((one) => [one.conversation, one]));
  }
}
