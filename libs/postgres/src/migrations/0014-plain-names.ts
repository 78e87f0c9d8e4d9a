import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
alter table door rename to opening;
alter table wait_promise rename to wait_estimate;
alter table promise_outcome rename to wait_outcome;
alter table everyone_asked rename to surge_request;
alter table everyone_answer rename to surge_answer;
alter table surge_call rename to supervisor_call;
alter table gateway_beat rename to gateway_heartbeat;
alter table visitor_seen rename to visitor_presence;
alter table staff_seen rename to staff_presence;
alter table setup_sheet rename to setup_list;
alter table snippet rename to starter;
`;

const COLUMNS = `
alter table opening rename column looked_at to judged_at;
alter table surge_answer rename column asked_id to request_id;
alter table setup_list rename column sheet to list;
alter table staff rename column quiet_since to cool_down_since;
alter table staff rename column quiet_extended to cool_down_extended;
`;

const FUNCTIONS = `
alter function note_capacity() rename to record_capacity;
alter trigger staff_comes on staff rename to staff_added;
alter trigger staff_changes on staff rename to staff_changed;
alter function keep_heavy_topics() rename to derive_heavy_topics;
alter function keep_wishes() rename to derive_wishes;
alter function note_who_called_break() rename to copy_break_caller;
alter trigger staff_break_begins on staff_break rename to staff_break_added;
alter function forget_who_called_break() rename to clear_break_caller;
alter trigger staff_break_not_wanted on staff rename to staff_break_declined;
`;

/** Constraints and indexes are called after their table and column, and are renamed with them. */
const CONSTRAINTS_AND_INDEXES = `
do $rename$
declare
  part record;
begin
  for part in
    with word(was, now) as (values
      ('door_', 'opening_'), ('wait_promise_', 'wait_estimate_'), ('promise_outcome_', 'wait_outcome_'),
      ('everyone_asked_', 'surge_request_'), ('everyone_answer_asked_id_', 'surge_answer_request_id_'),
      ('everyone_answer_', 'surge_answer_'), ('surge_call_', 'supervisor_call_'), ('gateway_beat_', 'gateway_heartbeat_'),
      ('visitor_seen_', 'visitor_presence_'), ('staff_seen_', 'staff_presence_'), ('setup_sheet_', 'setup_list_'),
      ('snippet_', 'starter_'))
    select distinct on (found.is_constraint, found.name) found.*, word.now || substr(found.name, length(word.was) + 1) as new_name
    from word join (
      select conname::text as name, conrelid::regclass as owner, true as is_constraint
        from pg_constraint where connamespace = current_schema()::regnamespace and conrelid <> 0
      union all
      select x.relname::text, null, false from pg_index i join pg_class x on x.oid = i.indexrelid
        where x.relnamespace = current_schema()::regnamespace
          and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
    ) found on starts_with(found.name, word.was)
    order by found.is_constraint, found.name, length(word.was) desc
  loop
    if part.is_constraint then
      execute format('alter table %s rename constraint %I to %I', part.owner, part.name, part.new_name);
    else
      execute format('alter index %I rename to %I', part.name, part.new_name);
    end if;
  end loop;
end
$rename$;
`;

const COMMENTS = `
comment on table audit_entry is 'one row for each fact; rows are only added. An action keeps the name it was first written with';
comment on table capacity_span is 'load units of a member of staff while available; written by a trigger on staff';
comment on table conversation is 'one visitor''s thread, from entering the queue to its end; its row is the lock of everything in it';
comment on column conversation.token_hash is 'SHA-256 of the page''s token; the token is stored nowhere';
comment on column conversation.visitor_seen is 'the visitor has read up to this number';
comment on column conversation.responder_seen is 'the responder has read up to this number';
comment on column conversation.version is 'grows with every change, so that a late reader never overwrites a newer index entry';
comment on table gateway_heartbeat is 'gateways that renew leases; a lease runs out only while a gateway could have renewed it';
comment on table handover is 'passing a conversation to a colleague; at most one is open for a conversation';
comment on table handover_asked is 'who was asked to take a handover; nobody is asked twice';
comment on table help_call is 'a responder calls a supervisor; open until over_at is set';
comment on table holding is 'one responder''s time as holder of a conversation; at most one is open';
comment on column holding.lease_until is 'renewed while the holder''s console answers; judged by the database clock';
comment on table index_mark is 'which live index in Redis is current, and how far it has come';
comment on table observation is 'a supervisor reads a conversation without writing in it';
comment on table offer is 'a time-limited invitation to take a conversation; one open offer for each conversation and for each responder';
comment on table opening is 'whether a service takes new visitors: the last setting, and what is suggested since when';
comment on column opening.standard_bound is 'upper bound of the wait of a standard visitor who comes now (minutes); null while unknown';
comment on column opening.judged_at is 'when the pressure on the service was last judged';
comment on table outbox is 'where the live index must be read again; a row says where, not what to write';
comment on table resource is 'a resource or service that a responder gives to a visitor';
comment on table rota_block is 'who is planned on shift from when to when';
comment on table service is 'one charity offering with its hours, languages and rules';
comment on table service_exception is 'holidays and days with their own hours; no times: closed all day';
comment on table service_hours is 'weekly hours in the service''s time zone; no rows: always open';
comment on table setup_list is 'version of each list a charity keeps, so that two people never overwrite each other';
comment on table shift is 'a shift from check-in to check-out';
comment on table skill is 'what responders can do that a visitor may ask for or that training grants';
comment on table staff is 'responders, supervisors and administrators';
comment on column staff.free_since is 'since when they have been free for the next offer; orders equal candidates';
comment on column staff.cool_down_since is 'when their last conversation ended; the cool-down counts from here';
comment on column staff.cool_down_extended is 'they asked for a longer cool-down';
comment on column staff.heavy_since is 'when their last heavy conversation ended';
comment on column staff.more_hours_until is 'until then a supervisor allows more than the weekly hours';
comment on column staff.returned_at is 'first conversation after five weeks or more without one';
comment on column staff.contact_wanted_at is 'they asked to speak with their supervisor; null once that has happened';
comment on table staff_break is 'a break of a member of staff';
comment on column staff_break.called_by is 'the supervisor who called the break; null when they asked for it themselves';
comment on table staff_presence is 'when a console of theirs last answered, to within some seconds';
comment on table staff_session is 'a sign-in; the secret is stored as a hash only';
comment on table starter is 'approved text to begin a reply from';
comment on table supervisor_call is 'supervisors are called because someone in danger waits and nobody has capacity';
comment on table surge_answer is 'who can take one more, in answer to a surge request';
comment on table surge_request is 'a supervisor asks everyone on shift whether they can take one more conversation';
comment on table timeline_entry is 'messages and events of a conversation, numbered 1 to N without gaps';
comment on table topic is 'presenting issues that a charity names itself or switches off; others are built in';
comment on table topic_mute is 'topics that a responder takes no conversations about in one shift';
comment on table training_record is 'a passed module, what it allows, and when it expires';
comment on table turned_away is 'visitors who were not queued: only how many in which minute, and why';
comment on table visitor_presence is 'when a page of this visitor last answered';
comment on table wait_estimate is 'what a waiting visitor was told; stays after they leave, until their turn would have come';
comment on column wait_estimate.raw is 'estimated when the wait began (minutes)';
comment on column wait_estimate.bound is 'upper bound when the wait began (minutes); null when nothing could be said';
comment on column wait_estimate.shown is 'what the page shows: a bucket in minutes, 0 for more than an hour, null for no number';
comment on table wait_outcome is 'waits that are over: estimated and true, in minutes';
comment on column wait_outcome.is_virtual is 'they left before their turn; true_wait is how long they would have waited';
comment on table watched_words is 'words that raise the band of a message or name its topic';
comment on table wording is 'texts of the visitor''s page in the charity''s own words';
comment on view own_limit is 'wellbeing limits that are stricter than the defaults; stored in service.wellbeing';
comment on view rota_row is 'the rota in the service''s own days and times';
`;

/**
 * Names in the words of the glossary. Nothing is rewritten: tables keep their rows, and functions and views that name none of
 * the old names keep working. Stop the processes of the version before first: they know only the old names.
 */
export class PlainNames1700000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [TABLES, COLUMNS, FUNCTIONS, CONSTRAINTS_AND_INDEXES, COMMENTS])
      await runner.query(sql);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('restore a backup from before the upgrade to go back'));
  }
}
