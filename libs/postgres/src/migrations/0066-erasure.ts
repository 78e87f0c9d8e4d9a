import type { MigrationInterface, QueryRunner } from 'typeorm';

const FIGURES = `
create table past_contact (
  service_id uuid not null references service,
  hour timestamptz not null,
  band smallint not null,
  end_reason text not null,
  contacts integer not null check (contacts > 0),
  primary key (service_id, hour, band, end_reason)
);
comment on table past_contact is 'what is left of erased conversations: how many began in an hour, and how they ended';
`;

const KEYS = `
create table destroyed_key (
  day date primary key,
  begun_at timestamptz not null,
  destroyed_at timestamptz
);
comment on table destroyed_key is 'keys of days: when their destruction began, and when a check found nothing that opens';
`;

/** Marks are figures of the responder's work and stay. What was written about the conversation goes with it. */
const REVIEWS_OUTLIVE = `
alter table review alter conversation_id drop not null;
comment on column review.conversation_id is 'null once the conversation is erased: marks stay, words do not';
`;

/** A conversation is deleted with everything about it. Without this index each deletion reads every call for help. */
const INDEXES = `
create index help_call_of_conversation on help_call (conversation_id);
create index complaint_expiry on complaint (kek_day);
create index practice_expiry on practice (kek_day);
`;

const ERASE_CONVERSATIONS = `
create function erase_conversations(p_ids uuid[]) returns void
language plpgsql as $$
begin
  insert into past_contact as p (service_id, hour, band, end_reason, contacts)
    select c.service_id, date_trunc('hour', c.entered_at, 'UTC'), c.band, coalesce(c.end_reason, 'service_stopped'), count(*)
    from conversation c where c.id = any (p_ids) group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (service_id, hour, band, end_reason) do update set contacts = p.contacts + excluded.contacts;
  delete from review_reply y using review r where y.review_id = r.id and r.conversation_id = any (p_ids);
  delete from review where conversation_id = any (p_ids) and given_at is null;
  update review set conversation_id = null, words_sealed = null where conversation_id = any (p_ids);
  delete from timeline_entry where conversation_id = any (p_ids);
  delete from note where conversation_id = any (p_ids);
  delete from private_word where conversation_id = any (p_ids);
  delete from private_lane_seen where conversation_id = any (p_ids);
  delete from safety_entry where conversation_id = any (p_ids);
  delete from after_chat_answer where conversation_id = any (p_ids);
  delete from danger_ending_note where conversation_id = any (p_ids);
  delete from danger_ending where conversation_id = any (p_ids);
  delete from danger_heard where conversation_id = any (p_ids);
  delete from ending_request where conversation_id = any (p_ids);
  delete from brief_shown b using handover h where b.handover_id = h.id and h.conversation_id = any (p_ids);
  delete from handover_asked a using handover h where a.handover_id = h.id and h.conversation_id = any (p_ids);
  delete from handover where conversation_id = any (p_ids);
  delete from help_call where conversation_id = any (p_ids);
  delete from supervisor_call where conversation_id = any (p_ids);
  delete from observation where conversation_id = any (p_ids);
  delete from offer where conversation_id = any (p_ids);
  delete from holding where conversation_id = any (p_ids);
  delete from wait_estimate where conversation_id = any (p_ids);
  delete from wait_outcome where conversation_id = any (p_ids);
  delete from conversation_clock where conversation_id = any (p_ids);
  delete from unreadable_text where conversation_id = any (p_ids);
  delete from visitor_absence where conversation_id = any (p_ids);
  -- Without its salt no leaf of the audit log can be linked to the conversation. Proofs still verify.
  delete from audit_salt where of_id = any (p_ids);
  delete from conversation where id = any (p_ids);
end
$$;
comment on function erase_conversations(uuid[]) is 'for other functions: whoever calls it has locked the rows and judged them';
`;

/** Run as the owner: the app may delete nothing, apart from what this function finds expired. */
const ERASE_EXPIRED = `
create function erase_expired(p_most integer)
returns table (service_id uuid, conversations integer, complaints integer, practices integer)
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  today date := (clock_timestamp() at time zone 'UTC')::date;
  chats uuid[];
  told uuid[];
  practised uuid[];
begin
  select array_agg(x.id) into chats from (
    select c.id from conversation c
    where c.state = 'ended' and c.kek_day <= today and conversation_expired(c, clock_timestamp())
    order by c.kek_day limit p_most for update skip locked) x;
  select array_agg(x.id) into told from (
    select c.id from complaint c where c.kek_day <= today order by c.kek_day limit p_most for update skip locked) x;
  select array_agg(x.id) into practised from (
    select p.id from practice p where p.kek_day <= today
    order by p.kek_day limit p_most for update skip locked) x;
  return query
    select s.id, count(c.id)::integer, (select count(*)::integer from complaint m where m.service_id = s.id and m.id = any (told)),
      (select count(*)::integer from practice p where p.service_id = s.id and p.id = any (practised))
    from service s left join conversation c on c.service_id = s.id and c.id = any (chats) group by s.id;
  perform erase_conversations(chats);
  delete from complaint_note where complaint_id = any (told);
  delete from complaint where id = any (told);
  delete from practice_word where practice_id = any (practised);
  delete from practice_act where practice_id = any (practised);
  delete from practice where id = any (practised);
end
$$;
comment on function erase_expired(integer) is
  'deletes at most so many expired conversations, complaints and practice conversations that nobody has locked; counts them by service';
`;

/** What has expired is deleted in batches. Then the key of its day is destroyed. */
export class Erasure1700000000066 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [FIGURES, KEYS, REVIEWS_OUTLIVE, INDEXES, ERASE_CONVERSATIONS, ERASE_EXPIRED])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('restore a backup from before the upgrade to go back'));
  }
}
