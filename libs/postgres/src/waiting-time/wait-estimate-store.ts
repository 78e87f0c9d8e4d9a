import type { EntityManager } from 'typeorm';
import type { ConversationId, Instant, ServiceId } from '@warmline/kernel';
import type { WaitEstimate } from '@warmline/waiting-time';
import { rows } from '../connection/parse-rows';

/** What a waiting visitor is told from now on, and the estimate (minutes; `bound` null: nothing could be said). */
export interface NewWaitEstimate {
  readonly conversation: ConversationId;
  readonly raw: number;
  readonly bound: number | null;
  readonly said: WaitEstimate;
  readonly shown: number | null;
  readonly isLate: boolean;
  /** The page shows something new. */
  readonly isNews: boolean;
}

/** A visitor who left, and when their turn would have come. */
export interface ReachedTurn {
  readonly conversation: ConversationId;
  readonly at: Instant;
}

/** The first estimate of a wait stays: whether the promise was kept is judged by it. */
const TELL = `
  insert into wait_estimate (conversation_id, service_id, waiting_since, band, raw, bound, said, shown, is_late, told_at)
  select c.id, c.service_id, c.waiting_since, c.band, t.raw, t.bound, t.said::jsonb, t.shown, t.late, clock_timestamp()
  from unnest($1::uuid[], $2::real[], $3::real[], $4::text[], $5::smallint[], $6::boolean[])
    as t(id, raw, bound, said, shown, late)
  join conversation c on c.id = t.id and c.state = 'waiting'
  order by c.id
  on conflict (conversation_id) do update set said = excluded.said, shown = excluded.shown,
    is_late = excluded.is_late, told_at = excluded.told_at,
    waiting_since = excluded.waiting_since,
    band = case when wait_estimate.waiting_since = excluded.waiting_since then wait_estimate.band else excluded.band end,
    raw = case when wait_estimate.waiting_since = excluded.waiting_since then wait_estimate.raw else excluded.raw end,
    bound = case when wait_estimate.waiting_since = excluded.waiting_since then wait_estimate.bound else excluded.bound end`;

const TAKEN = `
  with over as (
    delete from wait_estimate p
    where p.service_id = $1 and exists (
      select 1 from holding h where h.conversation_id = p.conversation_id and h.began_at >= p.waiting_since)
    returning p.*, (select min(h.began_at) from holding h
      where h.conversation_id = p.conversation_id and h.began_at >= p.waiting_since) as taken_at
  )
  insert into wait_outcome
    (conversation_id, waiting_since, service_id, band, raw, bound, true_wait, is_virtual, at)
  select conversation_id, waiting_since, service_id, band, raw, bound,
    extract(epoch from taken_at - waiting_since) / 60, false, taken_at from over
  on conflict do nothing returning 1`;

const REACHED = `
  with over as (
    delete from wait_estimate p using unnest($2::uuid[], $3::timestamptz[]) as t(id, at)
    where p.service_id = $1 and p.conversation_id = t.id returning p.*, t.at
  )
  insert into wait_outcome
    (conversation_id, waiting_since, service_id, band, raw, bound, true_wait, is_virtual, at)
  select conversation_id, waiting_since, service_id, band, raw, bound,
    greatest(0, least($4, extract(epoch from at - waiting_since) / 60)), true, at from over
  on conflict do nothing`;

/** Visitors who were turned away did not lose patience, so nothing is learnt from their wait. */
const FORGET = `
  delete from wait_estimate p using conversation c
  where p.service_id = $1 and c.id = p.conversation_id and c.state = 'ended'
    and c.end_reason in ('turned_away', 'nobody_on', 'service_stopped')`;

/** What waiting visitors are told, and how long their wait was in the end. */
export class WaitEstimateStore {
  constructor(private readonly tx: EntityManager) {}

  /** Records what visitors are told, if they still wait. News raise the version of their conversation, so that pages are updated. */
  async recordTold(tellings: readonly NewWaitEstimate[]): Promise<void> {
    if (tellings.length === 0) return;
    const news = tellings.filter(({ isNews }) => isNews).map(({ conversation }) => conversation);
    if (news.length > 0) {
      await this.tx.query(
        'select 1 from conversation where id = any ($1::uuid[]) order by id for no key update',
        [news],
      );
      await this.tx.query('update conversation set version = version + 1 where id = any ($1::uuid[])', [
        news,
      ]);
    }
    await this.tx.query(TELL, [
      tellings.map(({ conversation }) => conversation),
      tellings.map(({ raw }) => raw),
      tellings.map(({ bound }) => bound),
      tellings.map(({ said }) => JSON.stringify(said)),
      tellings.map(({ shown }) => shown),
      tellings.map(({ isLate }) => isLate),
    ]);
  }

  /** Records the true wait of visitors whose wait ended with an accepted offer; answers how many. */
  async settleTaken(service: ServiceId): Promise<number> {
    await this.tx.query(FORGET, [service]);
    return rows((taken) => taken, await this.tx.query(TAKEN, [service])).length;
  }

  /** Records the wait of visitors who left, as their turn has come now. No wait counts for more than `longest` minutes. */
  async settleReached(service: ServiceId, reached: readonly ReachedTurn[], longest: number): Promise<void> {
    if (reached.length === 0) return;
    await this.tx.query(REACHED, [
      service,
      reached.map(({ conversation }) => conversation),
      reached.map(({ at }) => new Date(at)),
      longest,
    ]);
  }
}
