import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As the owner: the app only adds to what was changed. The id of the person stays, so that History says whom a change was about. */
const FORGET = `
create function forget_changes_of(p_staff uuid) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  update setting_change c set change = jsonb_set(c.change, '{rows}', (
    select jsonb_agg(r.told
      || case when r.told -> 'row' ->> 'person' = l.person
        then jsonb_build_object('row', jsonb_build_object('person', l.person)) else '{}' end
      || case when r.told -> 'was' ->> 'person' = l.person
        then jsonb_build_object('was', jsonb_build_object('person', l.person)) else '{}' end
      order by r.place)
    from jsonb_array_elements(c.change -> 'rows') with ordinality r (told, place)))
  from (select s.service_id, s.id::text as person from staff s where s.id = p_staff and s.left_at is not null) l
  where c.service_id = l.service_id and (
    c.change @> jsonb_build_object('rows', jsonb_build_array(jsonb_build_object('row', jsonb_build_object('person', l.person))))
    or c.change @> jsonb_build_object('rows', jsonb_build_array(jsonb_build_object('was', jsonb_build_object('person', l.person)))))
$$;
comment on function forget_changes_of(uuid) is
  'takes what was theirs from the rows about someone who has left; nothing where they have not';
comment on table setting_change is 'the rows that a save of a list changed, before and after; its audit row names it. People are named by their id, so that their names go with their record; of someone who has left only the id stays';
select forget_changes_of(id) from staff where left_at is not null;
`;

const BEFORE = `action in ('setup_changed', 'setup_undone', 'charity_changed', 'readiness_confirmed', 'service_opened',
    'access_changed', 'access_proposed', 'access_agreed', 'access_proposal_ended', 'recovery_proposed', 'recovery_agreed',
    'invite_made', 'invite_revoked', 'on_call_added', 'on_call_removed', 'wall_link_made', 'wall_link_revoked',
    'door_set', 'door_kept_open', 'list_exported', 'audit_exported', 'history_exported', 'administrator_set_up')`;

/** The index has to name the same actions as the functions. */
const OF_SETTINGS = BEFORE.replace(
  ')',
  `,
    'service_exported', 'service_imported', 'main_key_set', 'keys_rewrapped', 'main_key_forgotten',
    'account_asked', 'leaving_proposed', 'leaving_agreed', 'person_left', 'invite_mailed')`,
);

const reading = (ofSettings: string): string => `
drop index audit_of_settings;
create index audit_of_settings on audit_entry (service_id, id) where ${ofSettings};

create or replace function setting_acts(p_service uuid, p_before bigint, p_most integer)
returns table (id bigint, at timestamptz, action text, actor_kind text, actor_id uuid, whom uuid, reason text, count integer, subject uuid)
language sql stable security definer set search_path = public, pg_temp as $$
  select e.id, e.at, e.action, e.actor_kind, e.actor_id, e.whom, e.reason, e.count, e.subject
  from audit_entry e
  where e.service_id = p_service and e.id < p_before and ${ofSettings}
  order by e.id desc limit p_most
$$;

create or replace function person_counts(p_service uuid, p_staff uuid, p_from timestamptz, p_until timestamptz)
returns table (held integer, handed_over integer, received integer, read integer, settings integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select count(distinct e.conversation_id) filter (where e.action in ('holding_began', 'holding_passed'))::integer,
    count(distinct e.conversation_id) filter (where e.action = 'handover_proposed')::integer,
    count(distinct e.conversation_id) filter (where e.action = 'control_passed')::integer,
    count(distinct e.conversation_id) filter (where e.action in
      ('conversation_read', 'observation_began', 'review_read', 'brief_read', 'history_read'))::integer,
    count(*) filter (where ${ofSettings.replaceAll('action in', 'e.action in')})::integer
  from audit_entry e
  where e.actor_id = p_staff and e.service_id = p_service and e.at >= p_from and e.at < p_until
$$;
`;

/** What is kept of changes about someone who has left, and which acts the history of the settings shows. */
export class WhatLeaversChanged1700000000144 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FORGET);
    await runner.query(reading(OF_SETTINGS));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function forget_changes_of');
    await runner.query(reading(BEFORE));
  }
}
