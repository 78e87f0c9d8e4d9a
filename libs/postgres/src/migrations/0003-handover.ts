import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conversations are handed over; shifts end; the audit says whom a fact concerns beside its actor. */
const HANDOVER = `
alter table staff add column shift_ends_at timestamptz;
alter table staff add column skills text[] not null default '{}';

alter table audit_entry add column whom uuid;

alter table timeline_entry drop constraint timeline_entry_kind_check;
alter table timeline_entry add constraint timeline_entry_kind_check check (
  kind in ('message', 'started', 'joined', 'requeued', 'must_leave', 'left', 'visitor_left', 'ended'));

create table handover (
  id uuid primary key,
  service_id uuid not null references service,
  conversation_id uuid not null references conversation,
  kind text not null check (kind in ('warm', 'cold')),
  state text not null check (state in ('proposed', 'offered', 'visitor_asked', 'joined', 'control_passed',
    'left', 'declined', 'expired', 'visitor_said_no', 'cancelled')),
  reason text,
  -- Of the sender's holding: a proposal made under an older one is nobody's.
  epoch integer not null,
  sender_id uuid not null references staff,
  receiver_id uuid references staff,
  proposed_by uuid not null references staff,
  target text not null check (target in ('person', 'skill', 'queue')),
  target_staff_id uuid references staff,
  target_skill text,
  must_leave boolean not null,
  brief_sealed bytea not null,
  brief_read_at timestamptz,
  -- Until the receiver is the holder their console's lease is here; renewed and judged like a holding's.
  receiver_lease_until timestamptz,
  proposed_at timestamptz not null,
  expires_at timestamptz,
  passed_at timestamptz,
  closed_at timestamptz,
  check ((target = 'person') = (target_staff_id is not null)),
  check ((target = 'skill') = (target_skill is not null)),
  check ((closed_at is null) = (state in ('proposed', 'offered', 'visitor_asked', 'joined', 'control_passed')))
);
create unique index handover_one_open on handover (conversation_id) where closed_at is null;
create unique index handover_one_offered on handover (receiver_id) where state = 'offered';
create index handover_of_conversation on handover (conversation_id);
create index handover_of_sender on handover (sender_id, closed_at);
create index handover_of_receiver on handover (receiver_id, closed_at);
create index handover_unasked on handover (service_id, proposed_at) where state = 'proposed';
create index handover_due on handover (expires_at) where closed_at is null;

-- Asked for a handover already: nobody is asked for the same one twice.
create table handover_asked (
  handover_id uuid not null references handover,
  staff_id uuid not null references staff,
  primary key (handover_id, staff_id)
);
`;

export class Handover1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HANDOVER);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('handed-over conversations have no place in the older shape'));
  }
}
