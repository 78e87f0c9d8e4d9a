import type { MigrationInterface, QueryRunner } from 'typeorm';

const TIMES = `
alter table service add column keeps_names_days smallint not null default 90
  check (keeps_names_days between 1 and 2555);
comment on column service.keeps_names_days is 'how long after someone is deactivated their name and their record are kept';

alter table staff add column deactivated_at timestamptz;
comment on column staff.deactivated_at is 'since when they are not active; null while they are';
alter table staff add column left_at timestamptz;
comment on column staff.left_at is 'when their name became an alias and their record was reduced, for good';
update staff set deactivated_at = clock_timestamp() where not active;
alter table staff add constraint staff_leaves_inactive check (left_at is null or not active);
create index staff_leaving on staff (deactivated_at) where not active and left_at is null;

create function staff_deactivated() returns trigger
language plpgsql as $$
begin
  new.deactivated_at := case when new.active then null else clock_timestamp() end;
  return new;
end
$$;
comment on function staff_deactivated() is 'notes since when someone is not active';
create trigger staff_deactivated_by_insert before insert on staff for each row execute function staff_deactivated();
create trigger staff_deactivated_by_update before update on staff for each row
  when (old.active is distinct from new.active) execute function staff_deactivated();
`;

const PROPOSALS = `
alter table access_proposal drop constraint access_proposal_kind_check;
alter table access_proposal add constraint access_proposal_kind_check
  check (kind in ('access', 'recovery', 'leaving'));
comment on column access_proposal.kind is
  'access: another role or account; recovery: a new invite for someone who has lost everything; leaving: a name becomes an alias before its time';
`;

/** As the owner: the app deletes no session and no invite otherwise. Only what is due, by the clock of Postgres or by two people. */
export const REDUCE = `
create function reduce_leaver(p_staff uuid, p_name text) returns text
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  leaver staff;
  because text;
begin
  select * into leaver from staff where id = p_staff and not active and left_at is null for update;
  if not found then return null; end if;
  if exists (select from access_proposal p where p.staff_id = leaver.id and p.kind = 'leaving' and p.outcome = 'agreed'
    and p.ended_at >= leaver.deactivated_at)
  then because := 'two_people';
  elsif leaver.deactivated_at <= clock_timestamp()
    - (select v.keeps_names_days from service v where v.id = leaver.service_id) * interval '1 day'
  then because := 'time_over';
  else return null;
  end if;
  update access_proposal set ended_at = clock_timestamp(), ended_by = proposed_by, outcome = 'replaced'
  where ended_at is null and (staff_id = leaver.id or proposed_by = leaver.id);
  delete from authenticator where staff_id = leaver.id;
  delete from authenticator_new where staff_id = leaver.id;
  delete from passkey where staff_id = leaver.id;
  delete from provider_identity where staff_id = leaver.id;
  delete from recovery_code where staff_id = leaver.id;
  delete from half_session where staff_id = leaver.id;
  delete from code_try where staff_id = leaver.id;
  delete from invite where staff_id = leaver.id;
  delete from staff_presence where staff_id = leaver.id;
  delete from staff_device where staff_id = leaver.id;
  -- Those in which they read along are named by the reading.
  delete from staff_session n where n.staff_id = leaver.id
    and not exists (select from observation o where o.session_id = n.id);
  update staff_session set ended_at = coalesce(ended_at, clock_timestamp()) where staff_id = leaver.id;
  delete from training_record where staff_id = leaver.id;
  delete from rota_block where staff_id = leaver.id;
  update shift_swap set state = 'withdrawn', answered_at = clock_timestamp()
  where state = 'asked' and leaver.id in (asked_by, asked_of);
  delete from topic_mute m using shift f where f.id = m.shift_id and f.staff_id = leaver.id;
  -- Figures count the shifts; how the person felt is theirs.
  update shift set feeling = null, went_well = null, pass_on = null, wants_contact = null,
    ended_at = coalesce(ended_at, least(ends_at, clock_timestamp()))
  where staff_id = leaver.id;
  update staff set name = p_name, visitor_name = null, sign_in_name = 'left/' || id, password_hash = 'no password opens this',
    further_roles = '{}', skills = '{}', languages = '{}', capacity = 1, availability = 'away', away_because = null,
    conversations_held = 0, active_at = null, returned_at = null, cool_down_since = null, cool_down_extended = false,
    heavy_since = null, break_wanted = false, break_delayed_until = null, break_called_by = null, missed_offers = 0,
    shift_ends_at = null, shift_closed_at = null, shift_closed_by = null, more_hours_until = null, more_hours_by = null,
    more_hours_reason = null, contact_wanted_at = null, left_at = clock_timestamp()
  where id = leaver.id;
  return because;
end
$$;
comment on function reduce_leaver(uuid, text) is
  'takes from the record of someone who has left what is theirs; answers why it was due, null where it was not';
`;

/** People who leave. */
export class Leaving1700000000129 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TIMES, PROPOSALS, REDUCE]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop function reduce_leaver;
       drop trigger staff_deactivated_by_insert on staff;
       drop trigger staff_deactivated_by_update on staff;
       drop function staff_deactivated;
       alter table staff drop constraint staff_leaves_inactive, drop column deactivated_at, drop column left_at;
       alter table service drop column keeps_names_days;
       delete from access_proposal where kind = 'leaving';
       alter table access_proposal drop constraint access_proposal_kind_check;
       alter table access_proposal add constraint access_proposal_kind_check check (kind in ('access', 'recovery'))`,
    );
  }
}
