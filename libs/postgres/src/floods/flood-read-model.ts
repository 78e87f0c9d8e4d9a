import type { ConversationId, Instant, ServiceId, StaffId } from '@warmline/kernel';
import { FLOOD_LEAST } from '@warmline/routing';
import type { Database } from '../connection/database';
import * as known from '../connection/known-values';
import { flag, list, moment, number, optional, row, text } from '../connection/parse-rows';
import { ms, RowQuery } from '../connection/row-query';

/** Waiting chats that came from one network within an hour: enough of them to look like one flood. */
export interface LikelyFlood {
  readonly crowd: string;
  /** The oldest first. */
  readonly chats: readonly ConversationId[];
}

interface Person {
  readonly id: StaffId;
  readonly name: string;
}

/** New chats from the network of a flood are asked for a proof of work. */
export interface AskedProof {
  readonly flood: string;
  readonly crowd: string;
  readonly until: Instant;
  /** For so long from now (ms), by the database's clock. */
  readonly left: number;
}

/** A flood that is proposed, or whose chats are set aside. */
export interface OpenFlood {
  readonly id: string;
  readonly crowd: string;
  readonly proposedBy: Person;
  readonly proposedAt: Instant;
  readonly confirmedBy: Person | null;
  readonly confirmedAt: Instant | null;
  /** Who proposed it would ask new chats from there for a proof of work. */
  readonly asksProof: boolean;
  /** Those that wait, or that are still set aside. */
  readonly chats: readonly { readonly id: ConversationId; readonly ticked: boolean }[];
}

/** Floods shown at once, at most: the largest. */
const FLOODS_MAX = 20;

const LIKELY = new RowQuery<LikelyFlood>(
  { crowd: text, chats: list(known.conversation) },
  `
  select a.crowd, json_agg(c.id order by c.entered_at, c.id) as chats
  from arrival a join conversation c on c.id = a.conversation_id
  where a.service_id = $1 and c.state = 'waiting' and c.epoch = 0 and c.set_aside_at is null and not exists (
    select 1 from flood f where f.service_id = a.service_id and f.crowd = a.crowd and f.closed_at is null)
  group by a.crowd having count(*) >= ${FLOOD_LEAST} order by count(*) desc, a.crowd limit ${FLOODS_MAX}`,
);

const person = row({ id: known.staff, name: text });

const OPEN = new RowQuery<OpenFlood>(
  {
    id: text,
    crowd: text,
    proposedBy: person,
    proposedAt: moment,
    confirmedBy: optional(person),
    confirmedAt: optional(moment),
    asksProof: flag,
    chats: list(row({ id: known.conversation, ticked: flag })),
  },
  `
  select f.id, f.crowd, json_build_object('id', p.id, 'name', p.name) as "proposedBy", ${ms('f.proposed_at', 'proposedAt')},
    case when k.id is not null then json_build_object('id', k.id, 'name', k.name) end as "confirmedBy",
    ${ms('f.confirmed_at', 'confirmedAt')}, f.asks_proof as "asksProof",
    coalesce((select json_agg(json_build_object('id', c.id, 'ticked', t.ticked) order by c.entered_at, c.id)
      from flood_chat t join conversation c on c.id = t.conversation_id
      where t.flood_id = f.id and c.state = 'waiting' and c.epoch = 0
        and (c.set_aside_at is null) = (f.confirmed_at is null)), '[]') as chats
  from flood f join staff p on p.id = f.proposed_by left join staff k on k.id = f.confirmed_by
  where f.service_id = $1 and f.closed_at is null order by f.proposed_at, f.id limit ${FLOODS_MAX}`,
);

const ASKED = new RowQuery<AskedProof>(
  { flood: text, crowd: text, until: moment, left: number },
  `
  select id as flood, crowd, ${ms('proof_until', 'until')},
    extract(epoch from proof_until - clock_timestamp())::double precision * 1000 as left
  from flood where service_id = $1 and proof_until > clock_timestamp() order by proof_until, id limit ${FLOODS_MAX}`,
);

/** By the database's clock. */
const DUE = new RowQuery<{ readonly id: string }>(
  { id: text },
  `
  select id from flood where service_id = $4 and closed_at is null
    and coalesce(confirmed_at + $2::double precision * interval '1 millisecond',
      proposed_at + $1::double precision * interval '1 millisecond') <= clock_timestamp()
  order by proposed_at limit $3`,
);

/** Reads which waiting chats look like one flood, and what supervisors do about it. */
export class FloodReadModel {
  constructor(private readonly database: Database) {}

  async loadFloods(
    service: ServiceId,
  ): Promise<{ readonly likely: readonly LikelyFlood[]; readonly open: readonly OpenFlood[] }> {
    return {
      likely: await LIKELY.all(this.database, [service]),
      open: await OPEN.all(this.database, [service]),
    };
  }

  /** Those that end soonest first. */
  async findAskedProofs(service: ServiceId): Promise<AskedProof[]> {
    return ASKED.all(this.database, [service]);
  }

  /** Proposals older than `proposedFor`, and floods set aside longer ago than `undoFor` (ms). */
  async findDue(
    service: ServiceId,
    spans: { readonly proposedFor: number; readonly undoFor: number },
    limit: number,
  ): Promise<string[]> {
    const found = await DUE.all(this.database, [spans.proposedFor, spans.undoFor, limit, service]);
    return found.map(({ id }) => id);
  }
}
