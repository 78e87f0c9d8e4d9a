import type { MigrationInterface, QueryRunner } from 'typeorm';

const SETTINGS = `
create table setting_change (
  id uuid primary key,
  service_id uuid not null,
  list text not null,
  change jsonb not null
);
comment on table setting_change is 'the rows that a save of a list changed, before and after; its audit row names it. People are named by their id, so that their names go with their record';
`;

/** Only a few rows are of settings, so the index costs other facts nothing. It has to name the same actions as the function. */
const OF_SETTINGS = `action in ('setup_changed', 'setup_undone', 'charity_changed', 'readiness_confirmed', 'service_opened',
    'access_changed', 'access_proposed', 'access_agreed', 'access_proposal_ended', 'recovery_proposed', 'recovery_agreed',
    'invite_made', 'invite_revoked', 'on_call_added', 'on_call_removed', 'wall_link_made', 'wall_link_revoked',
    'door_set', 'door_kept_open', 'list_exported', 'audit_exported', 'history_exported', 'administrator_set_up')`;

const READING = `
create index audit_of_settings on audit_entry (service_id, id) where ${OF_SETTINGS};
create index audit_of_actor on audit_entry (actor_id, id) where actor_id is not null;

create function setting_acts(p_service uuid, p_before bigint, p_most integer)
returns table (id bigint, at timestamptz, action text, actor_kind text, actor_id uuid, whom uuid, reason text, count integer, subject uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.id, e.at, e.action, e.actor_kind, e.actor_id, e.whom, e.reason, e.count, e.subject
  from audit_entry e
  where e.service_id = p_service and e.id < p_before and ${OF_SETTINGS}
  order by e.id desc limit p_most
$$;
comment on function setting_acts is 'what changed the settings of a service, the newest first';

create function person_acts(p_service uuid, p_staff uuid, p_from timestamptz, p_until timestamptz, p_before bigint, p_without text[], p_most integer)
returns table (id bigint, at timestamptz, action text, actor_kind text, actor_id uuid, whom uuid, reason text, count integer, conversation_id uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.id, e.at, e.action, e.actor_kind, e.actor_id, e.whom, e.reason, e.count, e.conversation_id
  from audit_entry e
  where e.actor_id = p_staff and e.service_id = p_service and e.id < p_before and e.at >= p_from and e.at < p_until
    and e.action <> all (p_without)
  order by e.id desc limit p_most
$$;
comment on function person_acts is 'what one person did, the newest first';

create function person_counts(p_service uuid, p_staff uuid, p_from timestamptz, p_until timestamptz)
returns table (held integer, handed_over integer, received integer, read integer, settings integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select count(distinct e.conversation_id) filter (where e.action in ('holding_began', 'holding_passed'))::integer,
    count(distinct e.conversation_id) filter (where e.action = 'handover_proposed')::integer,
    count(distinct e.conversation_id) filter (where e.action = 'control_passed')::integer,
    count(distinct e.conversation_id) filter (where e.action in
      ('conversation_read', 'observation_began', 'review_read', 'brief_read', 'history_read'))::integer,
    count(*) filter (where ${OF_SETTINGS.replaceAll('action in', 'e.action in')})::integer
  from audit_entry e
  where e.actor_id = p_staff and e.service_id = p_service and e.at >= p_from and e.at < p_until
$$;
comment on function person_counts is 'what one person did, in numbers: conversations they held, proposed to hand over, took over and read, and settings they changed';
`;

/** What the settings were before and after each change, and what one person did. */
export class HistoryOfSettingsAndPeople1700000000119 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SETTINGS);
    await runner.query(READING);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function person_counts, person_acts, setting_acts;
      drop index audit_of_actor, audit_of_settings;
      drop table setting_change`);
  }
}
