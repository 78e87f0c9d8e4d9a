create table audit_entry (
  id bigint generated always as identity not null,
  at timestamp with time zone default clock_timestamp() not null,
  service_id uuid not null,
  action text not null,
  actor_kind text not null,
  actor_id uuid,
  conversation_id uuid,
  epoch integer,
  subject uuid,
  reason text,
  whom uuid,
  constraint audit_entry_pkey PRIMARY KEY (id),
  constraint audit_entry_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['visitor'::text, 'staff'::text, 'system'::text])))
);
CREATE INDEX audit_of_conversation ON audit_entry USING btree (conversation_id);

create table capacity_span (
  staff_id uuid not null,
  service_id uuid not null,
  capacity smallint not null,
  began_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
CREATE INDEX capacity_span_of_service ON capacity_span USING btree (service_id, ended_at);
CREATE UNIQUE INDEX capacity_span_one_open ON capacity_span USING btree (staff_id) WHERE (ended_at IS NULL);

create table conversation (
  id uuid not null,
  service_id uuid not null,
  start_id uuid not null,
  token_hash bytea not null,
  state text not null,
  band smallint not null,
  language text not null,
  name_sealed bytea,
  dek_wrapped bytea not null,
  kek_day date not null,
  entered_at timestamp with time zone not null,
  waiting_since timestamp with time zone not null,
  last_seq integer default 0 not null,
  epoch integer default 0 not null,
  visitor_seen integer default 0 not null,
  responder_seen integer default 0 not null,
  visitor_messages integer default 0 not null,
  visitor_message_at timestamp with time zone,
  responder_message_at timestamp with time zone,
  visitor_left_at timestamp with time zone,
  ended_at timestamp with time zone,
  end_reason text,
  version integer default 0 not null,
  wants text[] default '{}'::text[] not null,
  topics text[] default '{}'::text[] not null,
  band_because text default 'safety_answer'::text not null,
  band_words uuid,
  lowered_by uuid,
  lowered_reason text,
  constraint conversation_pkey PRIMARY KEY (id),
  constraint conversation_band_because_check CHECK ((band_because = ANY (ARRAY['safety_answer'::text, 'words'::text, 'responder_lost'::text, 'person'::text]))),
  constraint conversation_band_check CHECK (((band >= 1) AND (band <= 3))),
  constraint conversation_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'talking'::text, 'ended'::text]))),
  constraint conversation_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX conversation_ended ON conversation USING btree (service_id, ended_at) WHERE (state = 'ended'::text);
CREATE INDEX conversation_entered ON conversation USING btree (service_id, entered_at);
CREATE INDEX conversation_open ON conversation USING btree (service_id) WHERE (state <> 'ended'::text);

create table door (
  service_id uuid not null,
  setting text,
  reason text,
  set_by uuid,
  set_at timestamp with time zone,
  over_since timestamp with time zone,
  calm_since timestamp with time zone,
  kept_open_at timestamp with time zone,
  standard_bound real,
  looked_at timestamp with time zone,
  constraint door_pkey PRIMARY KEY (service_id),
  constraint door_check CHECK ((((setting IS NULL) = (set_at IS NULL)) AND ((setting IS NULL) = (reason IS NULL)))),
  constraint door_setting_check CHECK ((setting = ANY (ARRAY['open'::text, 'at_capacity'::text, 'closed'::text, 'paused'::text])))
);

create table everyone_answer (
  asked_id uuid not null,
  staff_id uuid not null,
  can boolean not null,
  answered_at timestamp with time zone not null,
  constraint everyone_answer_pkey PRIMARY KEY (asked_id, staff_id)
);

create table everyone_asked (
  id uuid not null,
  service_id uuid not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  constraint everyone_asked_pkey PRIMARY KEY (id)
);
CREATE INDEX everyone_asked_of_service ON everyone_asked USING btree (service_id, asked_at);

create table gateway_beat (
  gateway uuid not null,
  since timestamp with time zone not null,
  at timestamp with time zone not null,
  constraint gateway_beat_pkey PRIMARY KEY (gateway)
);

create table handover (
  id uuid not null,
  service_id uuid not null,
  conversation_id uuid not null,
  kind text not null,
  state text not null,
  reason text,
  epoch integer not null,
  sender_id uuid not null,
  receiver_id uuid,
  proposed_by uuid not null,
  target text not null,
  target_staff_id uuid,
  target_skill text,
  must_leave boolean not null,
  brief_sealed bytea not null,
  brief_read_at timestamp with time zone,
  receiver_lease_until timestamp with time zone,
  proposed_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  passed_at timestamp with time zone,
  closed_at timestamp with time zone,
  constraint handover_pkey PRIMARY KEY (id),
  constraint handover_check CHECK (((target = 'person'::text) = (target_staff_id IS NOT NULL))),
  constraint handover_check1 CHECK (((target = 'skill'::text) = (target_skill IS NOT NULL))),
  constraint handover_check2 CHECK (((closed_at IS NULL) = (state = ANY (ARRAY['proposed'::text, 'offered'::text, 'visitor_asked'::text, 'joined'::text, 'control_passed'::text])))),
  constraint handover_kind_check CHECK ((kind = ANY (ARRAY['warm'::text, 'cold'::text]))),
  constraint handover_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'offered'::text, 'visitor_asked'::text, 'joined'::text, 'control_passed'::text, 'left'::text, 'declined'::text, 'expired'::text, 'visitor_said_no'::text, 'cancelled'::text]))),
  constraint handover_target_check CHECK ((target = ANY (ARRAY['person'::text, 'skill'::text, 'queue'::text])))
);
CREATE INDEX handover_due ON handover USING btree (expires_at) WHERE (closed_at IS NULL);
CREATE INDEX handover_of_conversation ON handover USING btree (conversation_id);
CREATE INDEX handover_of_receiver ON handover USING btree (receiver_id, closed_at);
CREATE INDEX handover_of_sender ON handover USING btree (sender_id, closed_at);
CREATE UNIQUE INDEX handover_one_offered ON handover USING btree (receiver_id) WHERE (state = 'offered'::text);
CREATE UNIQUE INDEX handover_one_open ON handover USING btree (conversation_id) WHERE (closed_at IS NULL);
CREATE INDEX handover_unasked ON handover USING btree (service_id, proposed_at) WHERE (state = 'proposed'::text);

create table handover_asked (
  handover_id uuid not null,
  staff_id uuid not null,
  constraint handover_asked_pkey PRIMARY KEY (handover_id, staff_id)
);

create table help_call (
  id uuid not null,
  service_id uuid not null,
  staff_id uuid not null,
  conversation_id uuid,
  urgency text not null,
  called_at timestamp with time zone not null,
  answered_by uuid,
  answered_at timestamp with time zone,
  joined_at timestamp with time zone,
  over_at timestamp with time zone,
  over_because text,
  constraint help_call_pkey PRIMARY KEY (id),
  constraint help_call_check CHECK (((answered_by IS NULL) = (answered_at IS NULL))),
  constraint help_call_check1 CHECK (((joined_at IS NULL) OR (answered_at IS NOT NULL))),
  constraint help_call_check2 CHECK (((over_at IS NULL) = (over_because IS NULL))),
  constraint help_call_over_because_check CHECK ((over_because = ANY (ARRAY['taken_back'::text, 'settled'::text, 'conversation_over'::text, 'forgotten'::text]))),
  constraint help_call_urgency_check CHECK ((urgency = ANY (ARRAY['normal'::text, 'urgent'::text])))
);
CREATE INDEX help_call_called ON help_call USING btree (service_id, called_at);
CREATE UNIQUE INDEX help_call_one_open ON help_call USING btree (staff_id, COALESCE(conversation_id, staff_id)) WHERE (over_at IS NULL);
CREATE INDEX help_call_open ON help_call USING btree (service_id, called_at) WHERE (over_at IS NULL);
CREATE INDEX help_call_open_of ON help_call USING btree (conversation_id) WHERE (over_at IS NULL);

create table holding (
  conversation_id uuid not null,
  epoch integer not null,
  staff_id uuid not null,
  began_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  wrapped_up_at timestamp with time zone,
  wrap_up_sealed bytea,
  contact_kind text,
  topics text[],
  outcome text,
  lease_until timestamp with time zone not null,
  constraint holding_pkey PRIMARY KEY (conversation_id, epoch)
);
CREATE INDEX holding_lease ON holding USING btree (lease_until) WHERE (ended_at IS NULL);
CREATE INDEX holding_of_staff ON holding USING btree (staff_id, began_at);
CREATE UNIQUE INDEX holding_one_open ON holding USING btree (conversation_id) WHERE (ended_at IS NULL);
CREATE INDEX holding_to_finish ON holding USING btree (staff_id) WHERE (wrapped_up_at IS NULL);

create table index_mark (
  single boolean default true not null,
  generation text,
  "position" bigint default 0 not null,
  constraint index_mark_pkey PRIMARY KEY (single),
  constraint index_mark_single_check CHECK (single)
);

create table observation (
  id uuid not null,
  conversation_id uuid not null,
  staff_id uuid not null,
  session_id uuid not null,
  began_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint observation_pkey PRIMARY KEY (id)
);
CREATE INDEX observation_of_conversation ON observation USING btree (conversation_id);
CREATE UNIQUE INDEX observation_one_open ON observation USING btree (conversation_id, staff_id) WHERE (ended_at IS NULL);

create table offer (
  id uuid not null,
  service_id uuid not null,
  conversation_id uuid not null,
  staff_id uuid not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  outcome text,
  closed_at timestamp with time zone,
  surge boolean default false not null,
  constraint offer_pkey PRIMARY KEY (id),
  constraint offer_outcome_check CHECK ((outcome = ANY (ARRAY['accepted'::text, 'declined'::text, 'expired'::text, 'withdrawn'::text])))
);
CREATE INDEX offer_of_conversation ON offer USING btree (conversation_id, staff_id);
CREATE UNIQUE INDEX offer_one_open_per_conversation ON offer USING btree (conversation_id) WHERE (outcome IS NULL);
CREATE UNIQUE INDEX offer_one_open_per_responder ON offer USING btree (staff_id) WHERE (outcome IS NULL);

create table outbox (
  id bigint generated always as identity not null,
  kind text not null,
  subject uuid not null,
  service_id uuid not null,
  created_at timestamp with time zone default clock_timestamp() not null,
  constraint outbox_pkey PRIMARY KEY (id),
  constraint outbox_kind_check CHECK ((kind = ANY (ARRAY['conversation'::text, 'staff'::text])))
);

create table promise_outcome (
  conversation_id uuid not null,
  waiting_since timestamp with time zone not null,
  service_id uuid not null,
  band smallint not null,
  raw real not null,
  bound real,
  true_wait real not null,
  is_virtual boolean not null,
  at timestamp with time zone not null,
  constraint promise_outcome_pkey PRIMARY KEY (conversation_id, waiting_since),
  constraint promise_outcome_band_check CHECK (((band >= 1) AND (band <= 3)))
);
CREATE INDEX promise_outcome_latest ON promise_outcome USING btree (service_id, at);

create table resource (
  id uuid not null,
  service_id uuid not null,
  "position" integer not null,
  name text not null,
  description text not null,
  url text,
  phone text,
  hours text not null,
  source text not null,
  reviewed_on date not null,
  constraint resource_pkey PRIMARY KEY (id)
);

create table rota_block (
  id uuid default gen_random_uuid() not null,
  service_id uuid not null,
  staff_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint rota_block_pkey PRIMARY KEY (id),
  constraint rota_block_check CHECK ((ends_at > starts_at)),
  constraint rota_block_staff_id_starts_at_key UNIQUE (staff_id, starts_at)
);
CREATE INDEX rota_block_of_service ON rota_block USING btree (service_id, ends_at);

create table service (
  id uuid not null,
  name text not null,
  languages text[] not null,
  wellbeing jsonb default '{}'::jsonb not null,
  wishes text[] default '{}'::text[] not null,
  time_zone text default 'Europe/London'::text not null,
  session_minutes smallint default 45 not null,
  on_call boolean default false not null,
  heavy_topics text[] default '{sexual_violence}'::text[] not null,
  night_rule boolean default false not null,
  constraint service_pkey PRIMARY KEY (id),
  constraint service_session_minutes_check CHECK (((session_minutes >= 5) AND (session_minutes <= 240)))
);
comment on column service.night_rule is 'from 00:00 to 06:00 closed unless two responders and a supervisor are on shift';

create table service_exception (
  id uuid default gen_random_uuid() not null,
  service_id uuid not null,
  day date not null,
  name text default ''::text not null,
  opens time without time zone,
  closes time without time zone,
  constraint service_exception_pkey PRIMARY KEY (id),
  constraint service_exception_check CHECK (((opens IS NULL) = (closes IS NULL))),
  constraint service_exception_service_id_day_opens_key UNIQUE NULLS NOT DISTINCT (service_id, day, opens)
);

create table service_hours (
  id uuid default gen_random_uuid() not null,
  service_id uuid not null,
  weekday smallint not null,
  opens time without time zone not null,
  closes time without time zone not null,
  constraint service_hours_pkey PRIMARY KEY (id),
  constraint service_hours_service_id_weekday_opens_key UNIQUE (service_id, weekday, opens),
  constraint service_hours_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);

create table setup_sheet (
  service_id uuid not null,
  sheet text not null,
  version integer default 0 not null,
  constraint setup_sheet_pkey PRIMARY KEY (service_id, sheet)
);

create table shift (
  id uuid not null,
  service_id uuid not null,
  staff_id uuid not null,
  began_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  check_in text not null,
  checked_in_at timestamp with time zone not null,
  takes_surge boolean not null,
  feeling text,
  went_well boolean,
  pass_on boolean,
  wants_contact boolean,
  constraint shift_pkey PRIMARY KEY (id),
  constraint shift_check_in_check CHECK ((check_in = ANY (ARRAY['yes'::text, 'one_at_a_time'::text, 'not_today'::text]))),
  constraint shift_feeling_check CHECK ((feeling = ANY (ARRAY['fine'::text, 'tired'::text, 'heavy'::text])))
);
CREATE INDEX shift_of_staff ON shift USING btree (staff_id, began_at);
CREATE UNIQUE INDEX shift_one_open ON shift USING btree (staff_id) WHERE (ended_at IS NULL);

create table skill (
  service_id uuid not null,
  skill text not null,
  offered boolean not null,
  "position" integer not null,
  constraint skill_pkey PRIMARY KEY (service_id, skill)
);

create table snippet (
  id uuid not null,
  service_id uuid not null,
  "position" integer not null,
  stage text not null,
  title text not null,
  body text not null,
  sends_unedited boolean not null,
  constraint snippet_pkey PRIMARY KEY (id),
  constraint snippet_stage_check CHECK ((stage = ANY (ARRAY['connect'::text, 'understand'::text, 'safety'::text, 'what_next'::text, 'close'::text])))
);

create table staff (
  id uuid not null,
  service_id uuid not null,
  sign_in_name text not null,
  name text not null,
  role text not null,
  password_hash text not null,
  capacity smallint default 2 not null,
  availability text default 'away'::text not null,
  free_since timestamp with time zone default now() not null,
  version integer default 0 not null,
  shift_ends_at timestamp with time zone,
  skills text[] default '{}'::text[] not null,
  languages text[] default '{en}'::text[] not null,
  conversations_held integer default 0 not null,
  active_at timestamp with time zone,
  quiet_since timestamp with time zone,
  quiet_extended boolean default false not null,
  heavy_since timestamp with time zone,
  break_wanted boolean default false not null,
  break_delayed_until timestamp with time zone,
  missed_offers smallint default 0 not null,
  away_because text,
  shift_closed_at timestamp with time zone,
  shift_closed_by uuid,
  active boolean default true not null,
  break_called_by uuid,
  more_hours_until timestamp with time zone,
  more_hours_by uuid,
  more_hours_reason text,
  returned_at timestamp with time zone,
  contact_wanted_at timestamp with time zone,
  constraint staff_pkey PRIMARY KEY (id),
  constraint staff_availability_check CHECK ((availability = ANY (ARRAY['available'::text, 'away'::text]))),
  constraint staff_away_because_check CHECK ((away_because = ANY (ARRAY['chosen'::text, 'missed_offers'::text]))),
  constraint staff_capacity_check CHECK (((capacity >= 1) AND (capacity <= 3))),
  constraint staff_role_check CHECK ((role = ANY (ARRAY['responder'::text, 'supervisor'::text, 'administrator'::text]))),
  constraint staff_sign_in_name_key UNIQUE (sign_in_name)
);
comment on column staff.more_hours_until is 'a supervisor has allowed more than the hours of a week until then';
comment on column staff.returned_at is 'began to talk again after five weeks or more without a talk';
comment on column staff.contact_wanted_at is 'asked to talk with their supervisor, not ticked off yet';

create table staff_break (
  id uuid not null,
  staff_id uuid not null,
  began_at timestamp with time zone not null,
  until timestamp with time zone not null,
  called_by uuid,
  constraint staff_break_pkey PRIMARY KEY (id)
);
CREATE INDEX staff_break_of_staff ON staff_break USING btree (staff_id, until);

create table staff_seen (
  staff_id uuid not null,
  at timestamp with time zone not null,
  constraint staff_seen_pkey PRIMARY KEY (staff_id)
);

create table staff_session (
  id uuid not null,
  secret_hash bytea not null,
  staff_id uuid not null,
  began_at timestamp with time zone not null,
  used_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint staff_session_pkey PRIMARY KEY (id),
  constraint staff_session_secret_hash_key UNIQUE (secret_hash)
);
CREATE INDEX staff_session_open ON staff_session USING btree (staff_id) WHERE (ended_at IS NULL);

create table surge_call (
  conversation_id uuid not null,
  service_id uuid not null,
  called_at timestamp with time zone not null,
  constraint surge_call_pkey PRIMARY KEY (conversation_id)
);
CREATE INDEX surge_call_of_service ON surge_call USING btree (service_id);

create table timeline_entry (
  conversation_id uuid not null,
  seq integer not null,
  id uuid not null,
  kind text not null,
  author_role text,
  staff_id uuid,
  sealed bytea,
  reason text,
  at timestamp with time zone not null,
  constraint timeline_entry_pkey PRIMARY KEY (conversation_id, seq),
  constraint timeline_entry_author_role_check CHECK ((author_role = ANY (ARRAY['visitor'::text, 'responder'::text]))),
  constraint timeline_entry_check CHECK (((kind = 'message'::text) = ((sealed IS NOT NULL) AND (author_role IS NOT NULL)))),
  constraint timeline_entry_conversation_id_id_key UNIQUE (conversation_id, id),
  constraint timeline_entry_kind_check CHECK ((kind = ANY (ARRAY['message'::text, 'started'::text, 'joined'::text, 'requeued'::text, 'must_leave'::text, 'left'::text, 'visitor_left'::text, 'ended'::text, 'told_wait_longer'::text, 'told_still_here'::text, 'told_other_help'::text])))
);

create table topic (
  service_id uuid not null,
  topic text not null,
  label text not null,
  labels text[] default '{}'::text[] not null,
  heavy boolean not null,
  in_use boolean not null,
  constraint topic_pkey PRIMARY KEY (service_id, topic)
);

create table topic_mute (
  shift_id uuid not null,
  topic text not null,
  constraint topic_mute_pkey PRIMARY KEY (shift_id, topic)
);

create table training_record (
  id uuid default gen_random_uuid() not null,
  service_id uuid not null,
  staff_id uuid not null,
  module text not null,
  grants text,
  passed_on date not null,
  expires_at timestamp with time zone not null,
  constraint training_record_pkey PRIMARY KEY (id),
  constraint training_record_staff_id_module_passed_on_key UNIQUE (staff_id, module, passed_on)
);

create table turned_away (
  service_id uuid not null,
  minute timestamp with time zone not null,
  reason text not null,
  band smallint not null,
  contacts integer not null,
  constraint turned_away_pkey PRIMARY KEY (service_id, minute, reason, band),
  constraint turned_away_band_check CHECK (((band >= 0) AND (band <= 3))),
  constraint turned_away_reason_check CHECK ((reason = ANY (ARRAY['closed'::text, 'nobody_on'::text, 'at_capacity'::text, 'closing_soon'::text, 'paused'::text])))
);

create table visitor_seen (
  conversation_id uuid not null,
  at timestamp with time zone not null,
  constraint visitor_seen_pkey PRIMARY KEY (conversation_id)
);

create table wait_promise (
  conversation_id uuid not null,
  service_id uuid not null,
  waiting_since timestamp with time zone not null,
  band smallint not null,
  raw real not null,
  bound real,
  said jsonb not null,
  shown smallint,
  is_late boolean default false not null,
  told_at timestamp with time zone not null,
  constraint wait_promise_pkey PRIMARY KEY (conversation_id),
  constraint wait_promise_band_check CHECK (((band >= 1) AND (band <= 3)))
);
CREATE INDEX wait_promise_of_service ON wait_promise USING btree (service_id);

create table watched_words (
  id uuid default gen_random_uuid() not null,
  service_id uuid not null,
  language text not null,
  words text not null,
  promotes boolean not null,
  topic text,
  constraint watched_words_pkey PRIMARY KEY (id),
  constraint watched_words_service_id_language_words_key UNIQUE (service_id, language, words)
);

create table wording (
  service_id uuid not null,
  language text not null,
  key text not null,
  own_text text not null,
  constraint wording_pkey PRIMARY KEY (service_id, language, key)
);

alter table capacity_span add constraint capacity_span_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id) ON DELETE CASCADE;
alter table conversation add constraint conversation_lowered_by_fkey FOREIGN KEY (lowered_by) REFERENCES staff(id);
alter table conversation add constraint conversation_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id);
alter table door add constraint door_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id);
alter table door add constraint door_set_by_fkey FOREIGN KEY (set_by) REFERENCES staff(id);
alter table everyone_answer add constraint everyone_answer_asked_id_fkey FOREIGN KEY (asked_id) REFERENCES everyone_asked(id);
alter table everyone_answer add constraint everyone_answer_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id);
alter table everyone_asked add constraint everyone_asked_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES staff(id);
alter table everyone_asked add constraint everyone_asked_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id);
alter table handover add constraint handover_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id);
alter table handover add constraint handover_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES staff(id);
alter table handover add constraint handover_receiver_id_fkey FOREIGN KEY (receiver_id) REFERENCES staff(id);
alter table handover add constraint handover_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES staff(id);
alter table handover add constraint handover_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id);
alter table handover add constraint handover_target_staff_id_fkey FOREIGN KEY (target_staff_id) REFERENCES staff(id);
alter table handover_asked add constraint handover_asked_handover_id_fkey FOREIGN KEY (handover_id) REFERENCES handover(id);
alter table handover_asked add constraint handover_asked_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id);
alter table help_call add constraint help_call_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES staff(id);
alter table help_call add constraint help_call_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id);
alter table help_call add constraint help_call_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id);
alter table help_call add constraint help_call_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id);
alter table holding add constraint holding_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id);
alter table holding add constraint holding_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id);
alter table observation add constraint observation_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id);
alter table observation add constraint observation_session_id_fkey FOREIGN KEY (session_id) REFERENCES staff_session(id);
alter table observation add constraint observation_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id);
alter table offer add constraint offer_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id);
alter table offer add constraint offer_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id);
alter table offer add constraint offer_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id);
alter table promise_outcome add constraint promise_outcome_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id);
alter table promise_outcome add constraint promise_outcome_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id);
alter table resource add constraint resource_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id);
alter table rota_block add constraint rota_block_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id);
alter table rota_block add constraint rota_block_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id);
alter table service_exception add constraint service_exception_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id);
alter table service_hours add constraint service_hours_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id);
alter table setup_sheet add constraint setup_sheet_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id);
alter table shift add constraint shift_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id);
alter table shift add constraint shift_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id);
alter table skill add constraint skill_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id);
alter table snippet add constraint snippet_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id);
alter table staff add constraint staff_break_called_by_fkey FOREIGN KEY (break_called_by) REFERENCES staff(id);
alter table staff add constraint staff_more_hours_by_fkey FOREIGN KEY (more_hours_by) REFERENCES staff(id);
alter table staff add constraint staff_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id);
alter table staff add constraint staff_shift_closed_by_fkey FOREIGN KEY (shift_closed_by) REFERENCES staff(id);
alter table staff_break add constraint staff_break_called_by_fkey1 FOREIGN KEY (called_by) REFERENCES staff(id);
alter table staff_break add constraint staff_break_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id);
alter table staff_seen add constraint staff_seen_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id);
alter table staff_session add constraint staff_session_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id);
alter table surge_call add constraint surge_call_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id);
alter table surge_call add constraint surge_call_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id);
alter table timeline_entry add constraint timeline_entry_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id);
alter table timeline_entry add constraint timeline_entry_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id);
alter table topic add constraint topic_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id);
alter table topic_mute add constraint topic_mute_shift_id_fkey FOREIGN KEY (shift_id) REFERENCES shift(id);
alter table training_record add constraint training_record_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id);
alter table training_record add constraint training_record_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES staff(id);
alter table turned_away add constraint turned_away_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id);
alter table visitor_seen add constraint visitor_seen_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id) ON DELETE CASCADE;
alter table wait_promise add constraint wait_promise_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id);
alter table wait_promise add constraint wait_promise_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id);
alter table watched_words add constraint watched_words_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id);
alter table wording add constraint wording_service_id_fkey FOREIGN KEY (service_id) REFERENCES service(id);

CREATE OR REPLACE FUNCTION append_messages(p_conversations uuid[], p_ids uuid[], p_roles text[], p_staff uuid[], p_epochs integer[], p_sealed bytea[])
 RETURNS TABLE(ord bigint, outcome text, seq integer, at timestamp with time zone, sealed bytea)
 LANGUAGE plpgsql
AS $function$
declare
  moment timestamptz;
begin
  perform 1 from conversation c where c.id = any (p_conversations) order by c.id for no key update;
  moment := clock_timestamp();
  return query
  with asked as (
    select * from unnest(p_conversations, p_ids, p_roles, p_staff, p_epochs, p_sealed)
      with ordinality as a(conversation_id, id, role, staff_id, epoch, sealed, ord)
  ), judged as (
    select a.*, c.last_seq, e.seq as known_seq, e.at as known_at, e.sealed as known_sealed,
      case
        when c.id is null then 'not_found'
        when a.role = 'responder' and h.staff_id is distinct from a.staff_id then 'not_found'
        when e.id is not null and e.kind = 'message' and e.author_role = a.role
          and e.staff_id is not distinct from a.staff_id then 'known'
        when e.id is not null then 'not_found'
        when a.role = 'responder' and (a.epoch <> c.epoch or c.state = 'waiting') then 'stale_epoch'
        when c.state = 'ended' then 'conversation_ended'
        else 'new'
      end as outcome
    from asked a
    left join conversation c on c.id = a.conversation_id
    left join timeline_entry e on e.conversation_id = a.conversation_id and e.id = a.id
    left join holding h on h.conversation_id = a.conversation_id and h.epoch = a.epoch
  ), numbered as (
    select j.*,
      (j.last_seq + count(*) filter (where j.outcome = 'new')
        over (partition by j.conversation_id order by j.ord))::integer as new_seq
    from judged j
  ), stored as (
    insert into timeline_entry (conversation_id, seq, id, kind, author_role, staff_id, sealed, at)
    select n.conversation_id, n.new_seq, n.id, 'message', n.role, n.staff_id, n.sealed, moment
    from numbered n where n.outcome = 'new'
    returning 1
  ), counted as (
    update conversation c set
      last_seq = n.head,
      visitor_messages = c.visitor_messages + n.from_visitor,
      visitor_message_at = case when n.from_visitor > 0 then moment else c.visitor_message_at end,
      responder_message_at = case when n.from_responder > 0 then moment else c.responder_message_at end
    from (
      select conversation_id, max(new_seq) as head,
        count(*) filter (where role = 'visitor')::integer as from_visitor,
        count(*) filter (where role = 'responder')::integer as from_responder
      from numbered x where x.outcome = 'new' group by conversation_id
    ) n
    where c.id = n.conversation_id
    returning 1
  )
  select n.ord, n.outcome,
    case n.outcome when 'new' then n.new_seq when 'known' then n.known_seq end,
    case n.outcome when 'new' then moment when 'known' then n.known_at end,
    case n.outcome when 'known' then n.known_sealed end
  from numbered n order by n.ord;
end
$function$;
CREATE OR REPLACE FUNCTION forget_who_called_break()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.break_called_by := null;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION keep_heavy_topics()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  whose uuid := case when tg_op = 'DELETE' then old.service_id else new.service_id end;
begin
  update service s set heavy_topics = array(
    select 'sexual_violence' union select t.topic from topic t where t.service_id = s.id and t.heavy order by 1)
  where s.id = whose;
  return null;
end
$function$;
CREATE OR REPLACE FUNCTION keep_wishes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  whose uuid := case when tg_op = 'DELETE' then old.service_id else new.service_id end;
begin
  update service s set wishes = array(
    select k.skill from skill k where k.service_id = s.id and k.offered order by k.position, k.skill)
  where s.id = whose;
  return null;
end
$function$;
CREATE OR REPLACE FUNCTION note_capacity()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  moment timestamptz := clock_timestamp();
begin
  update capacity_span set ended_at = moment where staff_id = new.id and ended_at is null;
  if new.availability = 'available' then
    insert into capacity_span (staff_id, service_id, capacity, began_at)
    values (new.id, new.service_id, new.capacity, moment);
  end if;
  return null;
end
$function$;
CREATE OR REPLACE FUNCTION note_who_called_break()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.called_by := (select s.break_called_by from staff s where s.id = new.staff_id);
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION write_own_limit()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' then
    update service set wellbeing = wellbeing - old.rule where id = old.service_id;
    return old;
  end if;
  update service set wellbeing = wellbeing || jsonb_build_object(new.rule, new.own) where id = new.service_id;
  return new;
end
$function$;
CREATE OR REPLACE FUNCTION write_rota_row()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  zone text := (select v.time_zone from service v where v.id = coalesce(new.service_id, old.service_id));
  person uuid := (select s.id from staff s where s.service_id = coalesce(new.service_id, old.service_id)
    and s.sign_in_name = coalesce(new.sign_in_name, old.sign_in_name));
begin
  if tg_op <> 'INSERT' then
    delete from rota_block b where b.staff_id = person
      and b.starts_at = (old.day::date + old.starts::time) at time zone zone;
  end if;
  if tg_op = 'DELETE' then return old; end if;
  insert into rota_block (service_id, staff_id, starts_at, ends_at)
  values (new.service_id, person, (new.day::date + new.starts::time) at time zone zone,
    -- Ending at or before it begins, it ends on the day after.
    (new.day::date + new.ends::time + case when new.ends::time <= new.starts::time then interval '1 day' else interval '0' end)
      at time zone zone)
  on conflict (staff_id, starts_at) do update set ends_at = excluded.ends_at;
  return new;
end
$function$;

create view own_limit as
 SELECT s.id AS service_id,
    l.key AS rule,
    l.value::double precision AS own
   FROM service s,
    LATERAL jsonb_each_text(s.wellbeing) l(key, value)
  WHERE l.value ~ '^[0-9]{1,12}([.][0-9]+)?$'::text;
create view rota_row as
 SELECT b.service_id,
    s.sign_in_name,
    (b.starts_at AT TIME ZONE v.time_zone)::date::text AS day,
    to_char((b.starts_at AT TIME ZONE v.time_zone), 'HH24:MI'::text) AS starts,
    replace(to_char((b.ends_at AT TIME ZONE v.time_zone), 'HH24:MI'::text), '00:00'::text, '24:00'::text) AS ends
   FROM rota_block b
     JOIN staff s ON s.id = b.staff_id
     JOIN service v ON v.id = b.service_id
  WHERE b.ends_at > (clock_timestamp() - '7 days'::interval);

CREATE TRIGGER own_limit_written INSTEAD OF INSERT OR DELETE ON own_limit FOR EACH ROW EXECUTE FUNCTION write_own_limit();
CREATE TRIGGER rota_row_written INSTEAD OF INSERT OR DELETE OR UPDATE ON rota_row FOR EACH ROW EXECUTE FUNCTION write_rota_row();
CREATE TRIGGER skill_offered AFTER INSERT OR DELETE OR UPDATE ON skill FOR EACH ROW EXECUTE FUNCTION keep_wishes();
CREATE TRIGGER staff_break_not_wanted BEFORE UPDATE OF break_wanted ON staff FOR EACH ROW WHEN (((NOT new.break_wanted) AND (new.break_called_by IS NOT NULL))) EXECUTE FUNCTION forget_who_called_break();
CREATE TRIGGER staff_changes AFTER UPDATE OF availability, capacity ON staff FOR EACH ROW WHEN (((old.availability <> new.availability) OR (old.capacity <> new.capacity))) EXECUTE FUNCTION note_capacity();
CREATE TRIGGER staff_comes AFTER INSERT ON staff FOR EACH ROW WHEN ((new.availability = 'available'::text)) EXECUTE FUNCTION note_capacity();
CREATE TRIGGER staff_break_begins BEFORE INSERT ON staff_break FOR EACH ROW EXECUTE FUNCTION note_who_called_break();
CREATE TRIGGER topic_heavy AFTER INSERT OR DELETE OR UPDATE ON topic FOR EACH ROW EXECUTE FUNCTION keep_heavy_topics();

create table migrations (id serial primary key, "timestamp" bigint not null, name character varying not null);

-- Rows are loaded without triggers, in any order.
set session_replication_role = replica;

insert into audit_entry ("id", "at", "service_id", "action", "actor_kind", "actor_id", "conversation_id", "epoch", "subject", "reason", "whom") overriding system value values
  ('1', '2026-11-30 12:49:19.912505+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'signed_in', 'staff', '01a22c80-abce-7177-ba5c-b1c08a55e791', null, null, '01a22c80-ac13-72e2-b5a6-c242a585e653', null, null),
  ('10', '2026-11-30 12:49:20.589642+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'conversation_started', 'visitor', null, '01a22c80-aebf-7448-b06e-5a541f029a41', null, null, 'band_3', null),
  ('11', '2026-11-30 12:49:20.603657+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'observation_began', 'staff', '01a22c80-aea8-74b9-a90a-a5d5c2bcc3c3', '01a22c80-aebf-7448-b06e-5a541f029a41', null, null, null, null),
  ('12', '2026-11-30 12:49:20.616503+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'signed_in', 'staff', '01a22c80-aedc-76a6-86c6-c58c816c2469', null, null, '01a22c80-aee0-75e4-a732-3657b036fff2', null, null),
  ('13', '2026-11-30 12:49:20.625219+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'conversation_started', 'visitor', null, '01a22c80-aee9-75bf-a0cf-daebaf0142fb', null, null, 'band_3', null),
  ('14', '2026-11-30 12:49:20.638237+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'offer_made', 'system', null, '01a22c80-aee9-75bf-a0cf-daebaf0142fb', null, '01a22c80-aef2-7527-af52-d56c523dfbe3', null, '01a22c80-aedc-76a6-86c6-c58c816c2469'),
  ('15', '2026-11-30 12:49:20.648259+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'signed_in', 'staff', '01a22c80-aefe-74ed-8b60-dc0e253397f2', null, null, '01a22c80-af02-7782-80d6-e5fab48f5402', null, null),
  ('16', '2026-11-30 12:49:20.672351+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'conversation_started', 'visitor', null, '01a22c80-af18-75b4-93bf-31dc0a6f0644', null, null, 'band_3', null),
  ('17', '2026-11-30 12:49:20.708035+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'holding_began', 'staff', '01a22c80-af14-7095-a371-21b59adda1c0', '01a22c80-af18-75b4-93bf-31dc0a6f0644', '1', null, null, null),
  ('18', '2026-11-30 12:49:20.738628+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'handover_proposed', 'staff', '01a22c80-af14-7095-a371-21b59adda1c0', '01a22c80-af18-75b4-93bf-31dc0a6f0644', '1', '01a22c80-af47-72d5-b533-22e27bca6eed', 'warm', '01a22c80-af14-7095-a371-21b59adda1c0'),
  ('19', '2026-11-30 12:49:20.768949+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'handover_offered', 'system', null, '01a22c80-af18-75b4-93bf-31dc0a6f0644', null, '01a22c80-af47-72d5-b533-22e27bca6eed', null, '01a22c80-aefe-74ed-8b60-dc0e253397f2'),
  ('2', '2026-11-30 12:49:19.972515+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'conversation_started', 'visitor', null, '01a22c80-ac30-77a7-96b8-fb9b8de6b0cc', null, null, 'band_2', null),
  ('20', '2026-11-30 12:49:20.796954+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'signed_in', 'staff', '01a22c80-af81-75a9-89ae-658613153219', null, null, '01a22c80-af8a-7144-91ab-4f6645ba3bf7', null, null),
  ('21', '2026-11-30 12:49:20.807213+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'conversation_started', 'visitor', null, '01a22c80-afa0-7416-8847-dd053f39a257', null, null, 'band_3', null),
  ('22', '2026-11-30 12:49:20.836053+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'holding_began', 'staff', '01a22c80-af81-75a9-89ae-658613153219', '01a22c80-afa0-7416-8847-dd053f39a257', '1', null, null, null),
  ('23', '2026-11-30 12:49:20.841242+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'help_called', 'staff', '01a22c80-af81-75a9-89ae-658613153219', '01a22c80-afa0-7416-8847-dd053f39a257', null, '01a22c80-afc5-73e3-9203-90aca0947003', 'normal', null),
  ('24', '2026-11-30 12:49:20.860552+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'help_answered', 'staff', '01a22c80-afcc-755b-91f4-42eae47691d4', '01a22c80-afa0-7416-8847-dd053f39a257', null, '01a22c80-afc5-73e3-9203-90aca0947003', null, '01a22c80-af81-75a9-89ae-658613153219'),
  ('25', '2026-11-30 12:49:20.880529+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'signed_in', 'staff', '01a22c80-afdd-7313-a027-bc34764e4e8b', null, null, '01a22c80-afe4-74cb-8303-859cd8413ea0', null, null),
  ('26', '2026-11-30 12:49:20.899071+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'everyone_asked', 'staff', '01a22c80-afdd-7313-a027-bc34764e4e8b', null, null, '01a22c80-aff3-777c-a898-28a1aaddd8bc', null, null),
  ('27', '2026-11-30 12:49:20.93703+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'everyone_answered', 'staff', '01a22c80-afdd-7313-a027-bc34764e4e8b', null, null, '01a22c80-aff3-777c-a898-28a1aaddd8bc', 'can', null),
  ('28', '2026-11-30 12:49:20.945117+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'signed_in', 'staff', '01a22c80-b029-767c-9264-b5fd66380700', null, null, '01a22c80-b02b-731b-86dc-1a7557856af1', null, null),
  ('29', '2026-11-30 12:49:20.96942+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'setup_changed', 'staff', '01a22c80-b029-767c-9264-b5fd66380700', null, null, null, 'snippets', null),
  ('3', '2026-11-30 12:49:20.165022+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'holding_began', 'staff', '01a22c80-abce-7177-ba5c-b1c08a55e791', '01a22c80-ac30-77a7-96b8-fb9b8de6b0cc', '1', null, null, null),
  ('30', '2026-11-30 12:49:20.991696+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'signed_in', 'staff', '01a22c80-b04f-733b-ace1-6067217e89fb', null, null, '01a22c80-b053-735c-9a15-7ab50455a1b1', null, null),
  ('31', '2026-11-30 12:49:21.035033+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'door_set', 'staff', '01a22c80-b04f-733b-ace1-6067217e89fb', null, null, null, 'closed_incident', null),
  ('32', '2026-11-30 12:49:21.072538+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'signed_in', 'staff', '01a22c80-b08b-700e-8b15-8a3489eeac64', null, null, '01a22c80-b0a4-7233-bf26-bdb5ec400de5', null, null),
  ('33', '2026-11-30 12:49:21.084381+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'conversation_started', 'visitor', null, '01a22c80-b0b1-745e-8c3d-90b2760c6b88', null, null, 'band_1', null),
  ('34', '2026-11-30 12:49:21.088181+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'supervisors_called', 'system', null, '01a22c80-b0b1-745e-8c3d-90b2760c6b88', null, null, null, null),
  ('35', '2026-11-30 12:49:21.108393+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'signed_in', 'staff', '01a22c80-b0c7-749b-8fd9-51a3afe98521', null, null, '01a22c80-b0ca-704a-9766-5c7fe814d02a', null, null),
  ('36', '2026-11-30 12:49:21.122025+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'contact_wanted', 'staff', '01a22c80-b0c7-749b-8fd9-51a3afe98521', null, null, null, null, null),
  ('37', '2026-11-30 12:49:21.146462+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'signed_in', 'staff', '01a22c80-b0e2-7375-9305-0d6d12bd9346', null, null, '01a22c80-b0e9-7535-b782-dcb5902bfd67', null, null),
  ('38', '2026-11-30 12:49:21.159955+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'break_began', 'system', null, null, null, null, 'due', '01a22c80-b0e2-7375-9305-0d6d12bd9346'),
  ('39', '2026-11-30 12:49:21.203623+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'signed_in', 'staff', '01a22c80-b10d-748c-8836-1c775c865ee9', null, null, '01a22c80-b119-77fa-8404-696c2c1fce3b', null, null),
  ('4', '2026-11-30 12:49:20.328273+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'signed_in', 'staff', '01a22c80-adb4-74b7-8ad3-bc6d106e10bb', null, null, '01a22c80-adbd-7551-80b6-15e7058ebc69', null, null),
  ('40', '2026-11-30 12:49:21.27591+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'checked_in', 'staff', '01a22c80-b10d-748c-8836-1c775c865ee9', null, null, '01a22c80-b154-7594-82ea-3edc7978006b', 'yes', null),
  ('41', '2026-11-30 12:49:21.299322+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'topic_muted', 'staff', '01a22c80-b10d-748c-8836-1c775c865ee9', null, null, '01a22c80-b154-7594-82ea-3edc7978006b', null, null),
  ('42', '2026-11-30 12:49:21.339488+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'signed_in', 'staff', '01a22c80-b195-7378-b478-b9e0de052c1f', null, null, '01a22c80-b1a8-74e9-aec6-8b55ce695e81', null, null),
  ('43', '2026-11-30 12:49:21.364438+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'hours_allowed', 'staff', '01a22c80-b195-7378-b478-b9e0de052c1f', null, null, null, 'nobody_else', '01a22c80-b195-7378-b478-b9e0de052c1f'),
  ('44', '2026-11-30 12:49:21.393757+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'signed_in', 'staff', '01a22c80-b1e7-7546-a37e-d23b81ed79d9', null, null, '01a22c80-b1ee-7365-be83-0ed80daa03e7', null, null),
  ('45', '2026-11-30 12:49:21.411087+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'rest_extended', 'staff', '01a22c80-b1e7-7546-a37e-d23b81ed79d9', null, null, null, null, null),
  ('5', '2026-11-30 12:49:20.343981+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'conversation_started', 'visitor', null, '01a22c80-adc9-722e-a413-ef6ae1b45c35', null, null, 'band_3', null),
  ('6', '2026-11-30 12:49:20.444772+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'holding_began', 'staff', '01a22c80-adb4-74b7-8ad3-bc6d106e10bb', '01a22c80-adc9-722e-a413-ef6ae1b45c35', '1', null, null, null),
  ('7', '2026-11-30 12:49:20.515871+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'conversation_ended', 'visitor', null, '01a22c80-adc9-722e-a413-ef6ae1b45c35', '1', null, 'visitor_ended', null),
  ('8', '2026-11-30 12:49:20.548049+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'wrapped_up', 'staff', '01a22c80-adb4-74b7-8ad3-bc6d106e10bb', '01a22c80-adc9-722e-a413-ef6ae1b45c35', '1', null, null, null),
  ('9', '2026-11-30 12:49:20.571653+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'signed_in', 'staff', '01a22c80-aea8-74b9-a90a-a5d5c2bcc3c3', null, null, '01a22c80-aeaf-76e5-8395-e2e5a84b68e2', null, null);

insert into capacity_span ("staff_id", "service_id", "capacity", "began_at", "ended_at") overriding system value values
  ('01a22c80-abce-7177-ba5c-b1c08a55e791', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2', '2026-11-30 12:49:19.842225+00', null);

insert into conversation ("id", "service_id", "start_id", "token_hash", "state", "band", "language", "name_sealed", "dek_wrapped", "kek_day", "entered_at", "waiting_since", "last_seq", "epoch", "visitor_seen", "responder_seen", "visitor_messages", "visitor_message_at", "responder_message_at", "visitor_left_at", "ended_at", "end_reason", "version", "wants", "topics", "band_because", "band_words", "lowered_by", "lowered_reason") overriding system value values
  ('01a22c80-ac30-77a7-96b8-fb9b8de6b0cc', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '01a22c80-ac4f-7390-8cd1-23a7009b2448', E'\\x93c0a15b491f4372cbf0271417aeac17bee7ff1e96d90484dd1b2580006c6c26', 'talking', '2', 'en', E'\\x011c02cbdaf18d1a9f75d827d748eceebaf7dc0c98c01b86a4bba4e5c9b751df9e05', E'\\x01f98f861415b84eff298a60f0fb2b6e7839bca5b8fcca2e4f7a4d93ceea9527b4775bea1d628df3038ce796abb6987c090d2b737ad7a02a1e0c05961c', '2099-01-01', '2026-11-30 12:49:19.95+00', '2026-11-30 12:49:19.95+00', '4', '1', '0', '0', '1', '2026-11-30 12:49:20.068367+00', '2026-11-30 12:49:20.177163+00', null, null, null, '2', '{}', '{}', 'safety_answer', null, null, null),
  ('01a22c80-adc9-722e-a413-ef6ae1b45c35', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '01a22c80-adca-72ef-8b45-2844b6a7d4cb', E'\\x2fb7ea9a9196b147c9c8750214c610709fd33d69c993516fb472aea454a2b220', 'ended', '3', 'en', null, E'\\x74b7d0adb77fff337e1d6e6c19ad66317a69f29b4254b478bb76f8ea5afa1a4fe530eb1bf1ca00d3d475e94608d2b1762e1727ec7c6485c7d97f610c4c', '2099-01-01', '2026-11-30 12:49:20.329+00', '2026-11-30 12:49:20.329+00', '3', '1', '0', '0', '0', null, null, null, '2026-11-30 12:49:20.459+00', 'visitor_ended', '4', '{}', '{}', 'safety_answer', null, null, null),
  ('01a22c80-aebf-7448-b06e-5a541f029a41', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '01a22c80-aec2-7108-889f-6547b6c9f8ec', E'\\x00f09e3ce40c5116d01d2066e4a70f46d954e7d2def390addad6da1119019097', 'waiting', '3', 'en', null, E'\\xf164db0963029e6e6b66ec0cddeba543d6c417b47cb7139cb618432e0a8d69c2e8a0e9fa0609f1b3e134a82f2f944d3c5303b3facc6a27bd83907b3dfe', '2099-01-01', '2026-11-30 12:49:20.578+00', '2026-11-30 12:49:20.578+00', '1', '0', '0', '0', '0', null, null, null, null, null, '2', '{}', '{}', 'safety_answer', null, null, null),
  ('01a22c80-aee9-75bf-a0cf-daebaf0142fb', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '01a22c80-aeeb-76e5-8f96-7b929659d54f', E'\\x620098bf56e7dde9fe3bb84c69f7d53a544018a89e8a971b785b5a1944dff102', 'waiting', '3', 'en', null, E'\\x01d67966fb467124ef2d24a6bb99cb9c64b66926f10a6bc4c54ecdcd84df17b0afe7557033e51bd5ca920aa2f7b80db4b8b5ac09efd9605cb96686c9cf', '2099-01-01', '2026-11-30 12:49:20.618+00', '2026-11-30 12:49:20.618+00', '1', '0', '0', '0', '0', null, null, null, null, null, '2', '{}', '{}', 'safety_answer', null, null, null),
  ('01a22c80-af18-75b4-93bf-31dc0a6f0644', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '01a22c80-af1b-75b6-98c1-e06ed0de3803', E'\\x326ca33ca2626fbee6fecc211d25604b20856f2c99f2868ed7d4039cd4873b13', 'talking', '3', 'en', null, E'\\x5f5f5f577f8bd87aa5d429b76ce2a6ef166ea1629da389b96a8231f255a57fd2723e7dc8ce13de28c89e92404ef7b21138742a3203a0a454126582e27d', '2099-01-01', '2026-11-30 12:49:20.665+00', '2026-11-30 12:49:20.665+00', '2', '1', '0', '0', '0', null, null, null, null, null, '4', '{}', '{}', 'safety_answer', null, null, null),
  ('01a22c80-afa0-7416-8847-dd053f39a257', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '01a22c80-afa4-75d5-9505-03e75fb43551', E'\\xcb70ead680d9794eec8a745be5d10ce69577835d103234fbc442464af1d3ec9e', 'talking', '3', 'en', null, E'\\x8591c56051bfbed52c67eb15f09d164ccdb3b7f0962e2a863c76f803b4e8ce5e915f1c44b9c30a6ccbefa12ee646c31a820318020bf441b92fc5ad8dc8', '2099-01-01', '2026-11-30 12:49:20.804+00', '2026-11-30 12:49:20.804+00', '2', '1', '0', '0', '0', null, null, null, null, null, '2', '{}', '{}', 'safety_answer', null, null, null),
  ('01a22c80-b0b1-745e-8c3d-90b2760c6b88', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '01a22c80-b0b2-73c7-a059-40f7157db09e', E'\\x8b584871d0473b1f4f5fc316ed49ac35b8ff7ec1dabed2701f4ce7d4214ed034', 'waiting', '1', 'en', null, E'\\x87b2070017abdebecaa70be1ec9e629871dfb993e6ae03a491e98e85b1956d0e84170d1e8932de33749f59293f4dd77cddbf7ad3a59aedb4d8b6394374', '2099-01-01', '2026-11-30 12:49:21.074+00', '2026-11-30 12:49:21.074+00', '1', '0', '0', '0', '0', null, null, null, null, null, '2', '{}', '{}', 'safety_answer', null, null, null);

insert into door ("service_id", "setting", "reason", "set_by", "set_at", "over_since", "calm_since", "kept_open_at", "standard_bound", "looked_at") overriding system value values
  ('01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'closed', 'incident', '01a22c80-b04f-733b-ace1-6067217e89fb', '2026-11-30 12:49:21.025+00', null, null, null, '12', '2026-11-30 12:49:21.50749+00');

insert into everyone_answer ("asked_id", "staff_id", "can", "answered_at") overriding system value values
  ('01a22c80-aff3-777c-a898-28a1aaddd8bc', '01a22c80-afdd-7313-a027-bc34764e4e8b', 'true', '2026-11-30 12:49:20.905+00');

insert into everyone_asked ("id", "service_id", "asked_by", "asked_at") overriding system value values
  ('01a22c80-aff3-777c-a898-28a1aaddd8bc', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '01a22c80-afdd-7313-a027-bc34764e4e8b', '2026-11-30 12:49:20.884+00');

insert into gateway_beat ("gateway", "since", "at") overriding system value values
  ('199bd87e-0dbd-4770-b159-6953040d6b2e', '2026-11-30 12:49:21.485186+00', '2026-11-30 12:49:21.485186+00');

insert into handover ("id", "service_id", "conversation_id", "kind", "state", "reason", "epoch", "sender_id", "receiver_id", "proposed_by", "target", "target_staff_id", "target_skill", "must_leave", "brief_sealed", "brief_read_at", "receiver_lease_until", "proposed_at", "expires_at", "passed_at", "closed_at") overriding system value values
  ('01a22c80-af47-72d5-b533-22e27bca6eed', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '01a22c80-af18-75b4-93bf-31dc0a6f0644', 'warm', 'offered', null, '1', '01a22c80-af14-7095-a371-21b59adda1c0', '01a22c80-aefe-74ed-8b60-dc0e253397f2', '01a22c80-af14-7095-a371-21b59adda1c0', 'queue', null, null, 'false', E'\\x02b5ea85e7910b39cef02facc5adc282b0a949abe67a992c2ca976ae7cbd84010fef9ed955603acb48647b18a73b937d0a67ebbea0c496ec33bcddecbfab0161', null, null, '2026-11-30 12:49:20.715+00', '2026-11-30 12:49:20.756+00', null, null);

insert into handover_asked ("handover_id", "staff_id") overriding system value values
  ('01a22c80-af47-72d5-b533-22e27bca6eed', '01a22c80-aefe-74ed-8b60-dc0e253397f2');

insert into help_call ("id", "service_id", "staff_id", "conversation_id", "urgency", "called_at", "answered_by", "answered_at", "joined_at", "over_at", "over_because") overriding system value values
  ('01a22c80-afc5-73e3-9203-90aca0947003', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '01a22c80-af81-75a9-89ae-658613153219', '01a22c80-afa0-7416-8847-dd053f39a257', 'normal', '2026-11-30 12:49:20.838+00', '01a22c80-afcc-755b-91f4-42eae47691d4', '2026-11-30 12:49:20.855+00', null, null, null);

insert into holding ("conversation_id", "epoch", "staff_id", "began_at", "ended_at", "wrapped_up_at", "wrap_up_sealed", "contact_kind", "topics", "outcome", "lease_until") overriding system value values
  ('01a22c80-ac30-77a7-96b8-fb9b8de6b0cc', '1', '01a22c80-abce-7177-ba5c-b1c08a55e791', '2026-11-30 12:49:20.107+00', null, null, null, null, null, null, '2026-11-30 12:49:40.107+00'),
  ('01a22c80-adc9-722e-a413-ef6ae1b45c35', '1', '01a22c80-adb4-74b7-8ad3-bc6d106e10bb', '2026-11-30 12:49:20.42+00', '2026-11-30 12:49:20.459+00', '2026-11-30 12:49:20.528+00', null, 'conversation', '{}', 'calmer', '2026-11-30 12:49:40.42+00'),
  ('01a22c80-af18-75b4-93bf-31dc0a6f0644', '1', '01a22c80-af14-7095-a371-21b59adda1c0', '2026-11-30 12:49:20.684+00', null, null, null, null, null, null, '2026-11-30 12:49:40.684+00'),
  ('01a22c80-afa0-7416-8847-dd053f39a257', '1', '01a22c80-af81-75a9-89ae-658613153219', '2026-11-30 12:49:20.821+00', null, null, null, null, null, null, '2026-11-30 12:49:40.821+00');

insert into index_mark ("single", "generation", "position") overriding system value values
  ('true', 'before', '41');

insert into migrations ("id", "timestamp", "name") overriding system value values
  ('1', '1700000000001', 'FirstConversation1700000000001'),
  ('10', '1700000000010', 'StaffSeen1700000000010'),
  ('11', '1700000000011', 'Help1700000000011'),
  ('12', '1700000000012', 'MoreWellbeing1700000000012'),
  ('13', '1700000000013', 'SessionsOfStaff1700000000013'),
  ('2', '1700000000002', 'Leases1700000000002'),
  ('3', '1700000000003', 'Handover1700000000003'),
  ('4', '1700000000004', 'Outages1700000000004'),
  ('5', '1700000000005', 'Wellbeing1700000000005'),
  ('6', '1700000000006', 'Door1700000000006'),
  ('7', '1700000000007', 'Supervision1700000000007'),
  ('8', '1700000000008', 'Setup1700000000008'),
  ('9', '1700000000009', 'Administration1700000000009');

insert into observation ("id", "conversation_id", "staff_id", "session_id", "began_at", "ended_at") overriding system value values
  ('01a22c80-aece-76e7-b36a-f67012df2ff3', '01a22c80-aebf-7448-b06e-5a541f029a41', '01a22c80-aea8-74b9-a90a-a5d5c2bcc3c3', '01a22c80-aeaf-76e5-8395-e2e5a84b68e2', '2026-11-30 12:49:20.6+00', null);

insert into offer ("id", "service_id", "conversation_id", "staff_id", "made_at", "expires_at", "outcome", "closed_at", "surge") overriding system value values
  ('01a22c80-aef2-7527-af52-d56c523dfbe3', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '01a22c80-aee9-75bf-a0cf-daebaf0142fb', '01a22c80-aedc-76a6-86c6-c58c816c2469', '2026-11-30 12:49:20.626+00', '2026-11-30 12:49:20.626+00', null, null, 'false');

insert into outbox ("id", "kind", "subject", "service_id", "created_at") overriding system value values
  ('1', 'conversation', '01a22c80-ac30-77a7-96b8-fb9b8de6b0cc', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:19.972087+00'),
  ('10', 'staff', '01a22c80-adb4-74b7-8ad3-bc6d106e10bb', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.547751+00'),
  ('11', 'conversation', '01a22c80-aebf-7448-b06e-5a541f029a41', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.589466+00'),
  ('12', 'conversation', '01a22c80-aebf-7448-b06e-5a541f029a41', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.603294+00'),
  ('13', 'staff', '01a22c80-aea8-74b9-a90a-a5d5c2bcc3c3', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.603334+00'),
  ('14', 'conversation', '01a22c80-aee9-75bf-a0cf-daebaf0142fb', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.625042+00'),
  ('15', 'conversation', '01a22c80-aee9-75bf-a0cf-daebaf0142fb', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.637923+00'),
  ('16', 'staff', '01a22c80-aedc-76a6-86c6-c58c816c2469', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.637961+00'),
  ('17', 'conversation', '01a22c80-af18-75b4-93bf-31dc0a6f0644', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.672119+00'),
  ('18', 'conversation', '01a22c80-af18-75b4-93bf-31dc0a6f0644', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.707684+00'),
  ('19', 'staff', '01a22c80-af14-7095-a371-21b59adda1c0', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.707739+00'),
  ('2', 'conversation', '01a22c80-ac30-77a7-96b8-fb9b8de6b0cc', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.164666+00'),
  ('20', 'conversation', '01a22c80-af18-75b4-93bf-31dc0a6f0644', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.738246+00'),
  ('21', 'staff', '01a22c80-af14-7095-a371-21b59adda1c0', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.738308+00'),
  ('22', 'conversation', '01a22c80-af18-75b4-93bf-31dc0a6f0644', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.768549+00'),
  ('23', 'staff', '01a22c80-aefe-74ed-8b60-dc0e253397f2', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.768614+00'),
  ('24', 'staff', '01a22c80-af14-7095-a371-21b59adda1c0', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.768621+00'),
  ('25', 'conversation', '01a22c80-afa0-7416-8847-dd053f39a257', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.806951+00'),
  ('26', 'conversation', '01a22c80-afa0-7416-8847-dd053f39a257', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.835687+00'),
  ('27', 'staff', '01a22c80-af81-75a9-89ae-658613153219', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.835756+00'),
  ('28', 'staff', '01a22c80-afdd-7313-a027-bc34764e4e8b', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.936787+00'),
  ('29', 'conversation', '01a22c80-b0b1-745e-8c3d-90b2760c6b88', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:21.0842+00'),
  ('3', 'staff', '01a22c80-abce-7177-ba5c-b1c08a55e791', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.164719+00'),
  ('30', 'conversation', '01a22c80-b0b1-745e-8c3d-90b2760c6b88', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:21.088018+00'),
  ('31', 'staff', '01a22c80-b0c7-749b-8fd9-51a3afe98521', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:21.121844+00'),
  ('32', 'staff', '01a22c80-b0e2-7375-9305-0d6d12bd9346', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:21.159775+00'),
  ('33', 'staff', '01a22c80-b10d-748c-8836-1c775c865ee9', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:21.275691+00'),
  ('34', 'staff', '01a22c80-b10d-748c-8836-1c775c865ee9', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:21.299098+00'),
  ('35', 'staff', '01a22c80-b195-7378-b478-b9e0de052c1f', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:21.364233+00'),
  ('36', 'staff', '01a22c80-b1e7-7546-a37e-d23b81ed79d9', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:21.410913+00'),
  ('4', 'conversation', '01a22c80-adc9-722e-a413-ef6ae1b45c35', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.343755+00'),
  ('5', 'conversation', '01a22c80-adc9-722e-a413-ef6ae1b45c35', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.444496+00'),
  ('6', 'staff', '01a22c80-adb4-74b7-8ad3-bc6d106e10bb', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.444549+00'),
  ('7', 'staff', '01a22c80-adb4-74b7-8ad3-bc6d106e10bb', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.50653+00'),
  ('8', 'conversation', '01a22c80-adc9-722e-a413-ef6ae1b45c35', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.51566+00'),
  ('9', 'conversation', '01a22c80-adc9-722e-a413-ef6ae1b45c35', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:20.547691+00');

insert into promise_outcome ("conversation_id", "waiting_since", "service_id", "band", "raw", "bound", "true_wait", "is_virtual", "at") overriding system value values
  ('01a22c80-ac30-77a7-96b8-fb9b8de6b0cc', '2026-11-30 12:49:19.95+00', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '3', '4', '10', '6', 'false', '2026-11-30 12:49:21.433361+00');

insert into resource ("id", "service_id", "position", "name", "description", "url", "phone", "hours", "source", "reviewed_on") overriding system value values
  ('ba222e32-47de-4617-9164-b7a362e804d6', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '0', 'Night line', 'Someone to talk to at night', null, '0800 000 000', 'every night', 'the charity', '2026-11-01');

insert into rota_block ("id", "service_id", "staff_id", "starts_at", "ends_at") overriding system value values
  ('28554699-f5ac-47e2-a418-5bd02975c33c', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '01a22c80-abce-7177-ba5c-b1c08a55e791', '2098-12-24 18:00:00+00', '2098-12-24 22:00:00+00');

insert into service ("id", "name", "languages", "wellbeing", "wishes", "time_zone", "session_minutes", "on_call", "heavy_topics", "night_rule") overriding system value values
  ('01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'Harbour Listening', '{en}', '{"hours_in_week": 15}', '{sign_language}', 'Europe/London', '45', 'true', '{exams,sexual_violence}', 'false');

insert into service_exception ("id", "service_id", "day", "name", "opens", "closes") overriding system value values
  ('d3db303b-3518-4623-969b-648c6b699143', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2098-12-25', 'Christmas Day', null, null);

insert into service_hours ("id", "service_id", "weekday", "opens", "closes") overriding system value values
  ('5def7071-70f4-43f9-8b73-5fc1edb7ea84', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '1', '18:00:00', '02:00:00');

insert into setup_sheet ("service_id", "sheet", "version") overriding system value values
  ('01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'snippets', '1');

insert into shift ("id", "service_id", "staff_id", "began_at", "ends_at", "ended_at", "check_in", "checked_in_at", "takes_surge", "feeling", "went_well", "pass_on", "wants_contact") overriding system value values
  ('01a22c80-b154-7594-82ea-3edc7978006b', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '01a22c80-b10d-748c-8836-1c775c865ee9', '2026-11-30 12:49:21.239+00', '2026-11-30 14:49:21.239+00', null, 'yes', '2026-11-30 12:49:21.239+00', 'true', null, null, null, null);

insert into skill ("service_id", "skill", "offered", "position") overriding system value values
  ('01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'sign_language', 'true', '0');

insert into snippet ("id", "service_id", "position", "stage", "title", "body", "sends_unedited") overriding system value values
  ('01a22c80-b044-7372-b3db-39b5ec1e9b11', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '0', 'connect', 'Say hello 0', 'Hello', 'false'),
  ('06ca897b-fe60-4c99-aa4e-ee0d85c9706e', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '0', 'connect', 'Hello', 'Hello, I am here with you.', 'false');

insert into staff ("id", "service_id", "sign_in_name", "name", "role", "password_hash", "capacity", "availability", "free_since", "version", "shift_ends_at", "skills", "languages", "conversations_held", "active_at", "quiet_since", "quiet_extended", "heavy_since", "break_wanted", "break_delayed_until", "missed_offers", "away_because", "shift_closed_at", "shift_closed_by", "active", "break_called_by", "more_hours_until", "more_hours_by", "more_hours_reason", "returned_at", "contact_wanted_at") overriding system value values
  ('01a22c80-abce-7177-ba5c-b1c08a55e791', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'sam', 'Sam', 'responder', 'no password opens this', '2', 'available', '2026-11-30 12:49:20.107+00', '1', null, '{}', '{en}', '101', '2026-11-30 12:49:20.107+00', '2026-11-30 12:49:21.511951+00', 'true', null, 'false', null, '0', null, null, null, 'true', null, null, null, null, null, null),
  ('01a22c80-ac06-7146-aa2e-e42389a1c721', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'kit', 'Kit', 'supervisor', 'no password opens this', '1', 'away', '2026-11-30 12:49:19.878+00', '0', null, '{}', '{en}', '100', null, null, 'false', null, 'false', null, '0', null, null, null, 'true', null, null, null, null, null, null),
  ('01a22c80-adb4-74b7-8ad3-bc6d106e10bb', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'casey.3.6e10bb', 'Casey 3', 'responder', 'no password opens this', '1', 'away', '2026-11-30 12:49:20.528+00', '3', null, '{}', '{en}', '101', '2026-11-30 12:49:20.459+00', '2026-11-30 12:49:20.459+00', 'false', null, 'false', null, '0', null, null, null, 'true', null, null, null, null, null, null),
  ('01a22c80-aea8-74b9-a90a-a5d5c2bcc3c3', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'devon.4.bcc3c3', 'Devon 4', 'responder', 'no password opens this', '1', 'away', '2026-11-30 12:49:20.552+00', '1', null, '{}', '{en}', '100', null, null, 'false', null, 'false', null, '0', null, null, null, 'true', null, null, null, null, null, null),
  ('01a22c80-aedc-76a6-86c6-c58c816c2469', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'ellis.5.6c2469', 'Ellis 5', 'responder', 'no password opens this', '1', 'away', '2026-11-30 12:49:20.604+00', '1', null, '{}', '{en}', '100', null, null, 'false', null, 'false', null, '0', null, null, null, 'true', null, null, null, null, null, null),
  ('01a22c80-aefe-74ed-8b60-dc0e253397f2', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'frankie.6.3397f2', 'Frankie 6', 'responder', 'no password opens this', '1', 'away', '2026-11-30 12:49:20.638+00', '1', null, '{}', '{en}', '100', null, null, 'false', null, 'false', null, '0', null, null, null, 'true', null, null, null, null, null, null),
  ('01a22c80-af14-7095-a371-21b59adda1c0', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'glenn.7.dda1c0', 'Glenn 7', 'responder', 'no password opens this', '1', 'away', '2026-11-30 12:49:20.684+00', '3', null, '{}', '{en}', '101', '2026-11-30 12:49:20.684+00', null, 'false', null, 'false', null, '0', null, null, null, 'true', null, null, null, null, null, null),
  ('01a22c80-af81-75a9-89ae-658613153219', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'harper.8.153219', 'Harper 8', 'responder', 'no password opens this', '1', 'away', '2026-11-30 12:49:20.821+00', '1', null, '{}', '{en}', '101', '2026-11-30 12:49:20.821+00', null, 'false', null, 'false', null, '0', null, null, null, 'true', null, null, null, null, null, null),
  ('01a22c80-afcc-755b-91f4-42eae47691d4', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'alex.9.7691d4', 'Alex 9', 'supervisor', 'no password opens this', '1', 'away', '2026-11-30 12:49:20.844+00', '0', null, '{}', '{en}', '100', null, null, 'false', null, 'false', null, '0', null, null, null, 'true', null, null, null, null, null, null),
  ('01a22c80-afdd-7313-a027-bc34764e4e8b', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'blair.10.4e4e8b', 'Blair 10', 'responder', 'no password opens this', '1', 'away', '2026-11-30 12:49:20.861+00', '1', null, '{}', '{en}', '100', null, null, 'false', null, 'false', null, '0', null, null, null, 'true', null, null, null, null, null, null),
  ('01a22c80-b029-767c-9264-b5fd66380700', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'casey.11.380700', 'Casey 11', 'responder', 'no password opens this', '1', 'away', '2026-11-30 12:49:20.937+00', '0', null, '{}', '{en}', '100', null, null, 'false', null, 'false', null, '0', null, null, null, 'true', null, null, null, null, null, null),
  ('01a22c80-b04f-733b-ace1-6067217e89fb', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'devon.12.7e89fb', 'Devon 12', 'responder', 'no password opens this', '1', 'away', '2026-11-30 12:49:20.976+00', '0', null, '{}', '{en}', '100', null, null, 'false', null, 'false', null, '0', null, null, null, 'true', null, null, null, null, null, null),
  ('01a22c80-b08b-700e-8b15-8a3489eeac64', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'ellis.13.eeac64', 'Ellis 13', 'responder', 'no password opens this', '1', 'away', '2026-11-30 12:49:21.035+00', '0', null, '{}', '{en}', '100', null, null, 'false', null, 'false', null, '0', null, null, null, 'true', null, null, null, null, null, null),
  ('01a22c80-b0c7-749b-8fd9-51a3afe98521', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'frankie.14.e98521', 'Frankie 14', 'responder', 'no password opens this', '1', 'away', '2026-11-30 12:49:21.096+00', '1', null, '{}', '{en}', '100', null, null, 'false', null, 'false', null, '0', null, null, null, 'true', null, null, null, null, null, '2026-11-30 12:49:21.112+00'),
  ('01a22c80-b0e2-7375-9305-0d6d12bd9346', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'glenn.15.bd9346', 'Glenn 15', 'responder', 'no password opens this', '1', 'away', '2026-11-30 12:49:21.122+00', '1', null, '{}', '{en}', '100', null, null, 'false', null, 'false', null, '0', null, null, null, 'true', null, null, null, null, null, null),
  ('01a22c80-b10d-748c-8836-1c775c865ee9', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'harper.16.865ee9', 'Harper 16', 'responder', 'no password opens this', '1', 'away', '2026-11-30 12:49:21.165+00', '2', '2026-11-30 14:49:21.239+00', '{}', '{en}', '100', null, null, 'false', null, 'false', null, '0', null, null, null, 'true', null, null, null, null, null, null),
  ('01a22c80-b195-7378-b478-b9e0de052c1f', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'alex.17.052c1f', 'Alex 17', 'responder', 'no password opens this', '1', 'away', '2026-11-30 12:49:21.301+00', '1', null, '{}', '{en}', '100', null, null, 'false', null, 'false', null, '0', null, null, null, 'true', null, '2026-11-30 12:49:21.352+00', '01a22c80-b195-7378-b478-b9e0de052c1f', 'nobody_else', null, null),
  ('01a22c80-b1e7-7546-a37e-d23b81ed79d9', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'blair.18.ed79d9', 'Blair 18', 'responder', 'no password opens this', '1', 'away', '2026-11-30 12:49:21.383+00', '1', null, '{}', '{en}', '100', null, null, 'true', null, 'false', null, '0', null, null, null, 'true', null, null, null, null, null, null);

insert into staff_break ("id", "staff_id", "began_at", "until", "called_by") overriding system value values
  ('01a22c80-b105-777b-bc33-2c2bce4fcc78', '01a22c80-b0e2-7375-9305-0d6d12bd9346', '2026-11-30 12:49:21.156+00', '2026-11-30 13:49:21.156+00', null);

insert into staff_seen ("staff_id", "at") overriding system value values
  ('01a22c80-abce-7177-ba5c-b1c08a55e791', '2026-11-30 12:49:21.499475+00');

insert into staff_session ("id", "secret_hash", "staff_id", "began_at", "used_at", "ended_at") overriding system value values
  ('01a22c80-ac13-72e2-b5a6-c242a585e653', E'\\x41cb44a05f49f9d4bfe7c7ad9703628ea96bc4173d831b7c93f46ac93fc1e654', '01a22c80-abce-7177-ba5c-b1c08a55e791', '2026-11-30 12:49:19.898+00', '2026-11-30 12:49:19.898+00', null),
  ('01a22c80-adbd-7551-80b6-15e7058ebc69', E'\\xf3f7bab2084972062a3650fd2929e4eab52d2cae1ef6f164052d49b0c2f651fb', '01a22c80-adb4-74b7-8ad3-bc6d106e10bb', '2026-11-30 12:49:20.32+00', '2026-11-30 12:49:20.32+00', null),
  ('01a22c80-aeaf-76e5-8395-e2e5a84b68e2', E'\\x89180a42622a5a3b7f7db4e0cf80ca1e4e0c35006bba5ccc950413abba02362d', '01a22c80-aea8-74b9-a90a-a5d5c2bcc3c3', '2026-11-30 12:49:20.564+00', '2026-11-30 12:49:20.564+00', null),
  ('01a22c80-aee0-75e4-a732-3657b036fff2', E'\\xe4f35da94e1a4d5b825c6e7fb37b9c0459220de532242a3dfdea7c8d6dc65cc7', '01a22c80-aedc-76a6-86c6-c58c816c2469', '2026-11-30 12:49:20.609+00', '2026-11-30 12:49:20.609+00', null),
  ('01a22c80-af02-7782-80d6-e5fab48f5402', E'\\xb95d5cb30f556f2327521b01ea73407782f0a973b82e402a2ee421f2013351ff', '01a22c80-aefe-74ed-8b60-dc0e253397f2', '2026-11-30 12:49:20.643+00', '2026-11-30 12:49:20.643+00', null),
  ('01a22c80-af8a-7144-91ab-4f6645ba3bf7', E'\\x671d3ff8c2ebba07fa4f136524d5efb3cda5117ec0f05de9525a49c12b2f6d55', '01a22c80-af81-75a9-89ae-658613153219', '2026-11-30 12:49:20.785+00', '2026-11-30 12:49:20.785+00', null),
  ('01a22c80-afe4-74cb-8303-859cd8413ea0', E'\\x281563afbe7c2d57a7c267f8a0744d2a7ecd982a0220d29c9bec577408064e31', '01a22c80-afdd-7313-a027-bc34764e4e8b', '2026-11-30 12:49:20.872+00', '2026-11-30 12:49:20.872+00', null),
  ('01a22c80-b02b-731b-86dc-1a7557856af1', E'\\x68dac1e55e244c9530be875912ab94a2af4dd910cc1b77c8185379ee5473d361', '01a22c80-b029-767c-9264-b5fd66380700', '2026-11-30 12:49:20.943+00', '2026-11-30 12:49:20.943+00', null),
  ('01a22c80-b053-735c-9a15-7ab50455a1b1', E'\\x836eef409e175a646dcb0d6cc574fadde07530fc41433a747dc3b5b388465c83', '01a22c80-b04f-733b-ace1-6067217e89fb', '2026-11-30 12:49:20.98+00', '2026-11-30 12:49:20.98+00', null),
  ('01a22c80-b0a4-7233-bf26-bdb5ec400de5', E'\\x5c1387a14428aeeded4a057e47dee6374fe107efee6f6649b04c4be762d4b5ac', '01a22c80-b08b-700e-8b15-8a3489eeac64', '2026-11-30 12:49:21.062+00', '2026-11-30 12:49:21.062+00', null),
  ('01a22c80-b0ca-704a-9766-5c7fe814d02a', E'\\x4350f91abc3bd0c67817e222df09ede12f45c0112ae4de2de7f18025d698077b', '01a22c80-b0c7-749b-8fd9-51a3afe98521', '2026-11-30 12:49:21.104+00', '2026-11-30 12:49:21.104+00', null),
  ('01a22c80-b0e9-7535-b782-dcb5902bfd67', E'\\x419c67be611bd229cebeb24943d43687f5cf9f1ce8cd7217ed2fc62b16e0dc46', '01a22c80-b0e2-7375-9305-0d6d12bd9346', '2026-11-30 12:49:21.144+00', '2026-11-30 12:49:21.144+00', null),
  ('01a22c80-b119-77fa-8404-696c2c1fce3b', E'\\x45b7d1a4e757c5a80dac38eed046e42f73c0965f7a98a3f01e79bcc610c97cb2', '01a22c80-b10d-748c-8836-1c775c865ee9', '2026-11-30 12:49:21.178+00', '2026-11-30 12:49:21.178+00', null),
  ('01a22c80-b1a8-74e9-aec6-8b55ce695e81', E'\\x7840b0bdc121c04e74599b6ca63eb520284710072682b49165a0896a741f59b1', '01a22c80-b195-7378-b478-b9e0de052c1f', '2026-11-30 12:49:21.325+00', '2026-11-30 12:49:21.325+00', null),
  ('01a22c80-b1ee-7365-be83-0ed80daa03e7', E'\\x90fd95e18b2069a5b9d17124f90cd62ac50f799f5c8847f83fdb115325960c17', '01a22c80-b1e7-7546-a37e-d23b81ed79d9', '2026-11-30 12:49:21.39+00', '2026-11-30 12:49:21.39+00', null);

insert into surge_call ("conversation_id", "service_id", "called_at") overriding system value values
  ('01a22c80-b0b1-745e-8c3d-90b2760c6b88', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:21.085+00');

insert into timeline_entry ("conversation_id", "seq", "id", "kind", "author_role", "staff_id", "sealed", "reason", "at") overriding system value values
  ('01a22c80-ac30-77a7-96b8-fb9b8de6b0cc', '1', '36228226-d2ec-463a-b2bd-8bbe08ccd320', 'started', null, null, null, null, '2026-11-30 12:49:19.95+00'),
  ('01a22c80-ac30-77a7-96b8-fb9b8de6b0cc', '2', '01a22c80-ac90-7467-9ab8-185c300923fa', 'message', 'visitor', null, E'\\x014c777bfb001a9412717c5e7e785baafc9ee38e3c59da7957f982e3adbcf4c6f2d2d7c7a62bfc0d862398dedf', null, '2026-11-30 12:49:20.068367+00'),
  ('01a22c80-ac30-77a7-96b8-fb9b8de6b0cc', '3', '1cb5b0df-7ea8-4ce1-b030-96df9f9af215', 'joined', null, '01a22c80-abce-7177-ba5c-b1c08a55e791', null, null, '2026-11-30 12:49:20.107+00'),
  ('01a22c80-ac30-77a7-96b8-fb9b8de6b0cc', '4', '01a22c80-ad30-7116-bad5-f4b1be38eba0', 'message', 'responder', '01a22c80-abce-7177-ba5c-b1c08a55e791', E'\\x015ffde12fda3c7241f059d8e49fc0596922e061b2d5259ca8fe001aa9cd0c99ec11e15bf0973ef666a1bc31f0b2', null, '2026-11-30 12:49:20.177163+00'),
  ('01a22c80-adc9-722e-a413-ef6ae1b45c35', '1', '25395457-d534-4bde-9391-b0df4f500898', 'started', null, null, null, null, '2026-11-30 12:49:20.329+00'),
  ('01a22c80-adc9-722e-a413-ef6ae1b45c35', '2', 'd7bd6ca9-2c63-4aff-a044-3563e0f8e770', 'joined', null, '01a22c80-adb4-74b7-8ad3-bc6d106e10bb', null, null, '2026-11-30 12:49:20.42+00'),
  ('01a22c80-adc9-722e-a413-ef6ae1b45c35', '3', 'a2e96655-56fb-48ae-8c47-0160c3b4fa4a', 'ended', null, null, null, 'visitor_ended', '2026-11-30 12:49:20.459+00'),
  ('01a22c80-aebf-7448-b06e-5a541f029a41', '1', 'cdbd9f38-e3b3-4c4b-95d4-84c2d2083c54', 'started', null, null, null, null, '2026-11-30 12:49:20.578+00'),
  ('01a22c80-aee9-75bf-a0cf-daebaf0142fb', '1', '81d2a55b-622a-4256-a3eb-e5814d3e1405', 'started', null, null, null, null, '2026-11-30 12:49:20.618+00'),
  ('01a22c80-af18-75b4-93bf-31dc0a6f0644', '1', '2ccdc77e-f7e9-4c17-8ad5-28b041bda1cc', 'started', null, null, null, null, '2026-11-30 12:49:20.665+00'),
  ('01a22c80-af18-75b4-93bf-31dc0a6f0644', '2', '4297cb4a-6250-4365-89aa-b8f71d81a15b', 'joined', null, '01a22c80-af14-7095-a371-21b59adda1c0', null, null, '2026-11-30 12:49:20.684+00'),
  ('01a22c80-afa0-7416-8847-dd053f39a257', '1', '48178e38-7001-4f11-a17c-6b7dffc868e3', 'started', null, null, null, null, '2026-11-30 12:49:20.804+00'),
  ('01a22c80-afa0-7416-8847-dd053f39a257', '2', '2173cd99-41ff-4e62-bad3-8d24728613f4', 'joined', null, '01a22c80-af81-75a9-89ae-658613153219', null, null, '2026-11-30 12:49:20.821+00'),
  ('01a22c80-b0b1-745e-8c3d-90b2760c6b88', '1', 'fdc747ea-f8a4-4a94-9e40-0fc3a96c73ab', 'started', null, null, null, null, '2026-11-30 12:49:21.074+00');

insert into topic ("service_id", "topic", "label", "labels", "heavy", "in_use") overriding system value values
  ('01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'exams', 'Exams', '{}', 'true', 'true');

insert into topic_mute ("shift_id", "topic") overriding system value values
  ('01a22c80-b154-7594-82ea-3edc7978006b', 'bereavement');

insert into training_record ("id", "service_id", "staff_id", "module", "grants", "passed_on", "expires_at") overriding system value values
  ('02360d30-74d2-4722-a705-bd2c25a00634', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '01a22c80-abce-7177-ba5c-b1c08a55e791', 'data_protection', null, '2026-02-03', '2027-11-30 12:49:19.856545+00'),
  ('1341e9c8-f1b3-4491-887c-c892d52ab6ea', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '01a22c80-abce-7177-ba5c-b1c08a55e791', 'background_check', null, '2026-02-03', '2027-11-30 12:49:19.856545+00'),
  ('2f81d51a-0b9a-4c5d-a631-76346991c96f', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '01a22c80-abce-7177-ba5c-b1c08a55e791', 'core_safeguarding', null, '2026-02-03', '2027-11-30 12:49:19.856545+00'),
  ('60e0901f-7d09-4d33-9177-6ef937ea7c1a', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '01a22c80-abce-7177-ba5c-b1c08a55e791', 'suicide_safety', null, '2026-02-03', '2027-11-30 12:49:19.856545+00');

insert into turned_away ("service_id", "minute", "reason", "band", "contacts") overriding system value values
  ('01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 10:00:00+00', 'closed', '0', '3');

insert into visitor_seen ("conversation_id", "at") overriding system value values
  ('01a22c80-ac30-77a7-96b8-fb9b8de6b0cc', '2026-11-30 12:49:21.48726+00');

insert into wait_promise ("conversation_id", "service_id", "waiting_since", "band", "raw", "bound", "said", "shown", "is_late", "told_at") overriding system value values
  ('01a22c80-ac30-77a7-96b8-fb9b8de6b0cc', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', '2026-11-30 12:49:19.95+00', '2', '4', '10', '{"kind": "within", "minutes": 10}', '10', 'false', '2026-11-30 12:49:20.008294+00');

insert into watched_words ("id", "service_id", "language", "words", "promotes", "topic") overriding system value values
  ('6d6f6786-7c2c-4d47-aa7d-0b43028f24b2', '01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'en', 'cannot go on', 'true', null);

insert into wording ("service_id", "language", "key", "own_text") overriding system value values
  ('01a22c80-aba6-724d-8bfa-4fa5adc843e7', 'en', 'arrive.title', 'We are here');

select setval('migrations_id_seq', (select max(id) from migrations));
select setval(pg_get_serial_sequence('audit_entry', 'id'), (select max(id) from audit_entry));
select setval(pg_get_serial_sequence('outbox', 'id'), greatest(1, (select max(id) from outbox)));
set session_replication_role = origin;
