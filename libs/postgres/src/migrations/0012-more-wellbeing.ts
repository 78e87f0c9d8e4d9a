import type { MigrationInterface, QueryRunner } from 'typeorm';

const LIMITS = `
alter table staff
  -- Until when, on whose word and why somebody may be on shift for more than the hours of a week. What was said before is in the audit.
  add column more_hours_until timestamptz,
  add column more_hours_by uuid references staff,
  add column more_hours_reason text,
  -- When they last began to talk again after five weeks or more without a talk: the first talk after that is observed.
  add column returned_at timestamptz,
  -- They asked to talk with their supervisor; null once somebody has ticked it off. What about is theirs, so it is not here.
  add column contact_wanted_at timestamptz;

-- Whether somebody read along with a talk.
create index observation_of_conversation on observation (conversation_id);

comment on column staff.more_hours_until is 'a supervisor has allowed more than the hours of a week until then';
comment on column staff.returned_at is 'began to talk again after five weeks or more without a talk';
comment on column staff.contact_wanted_at is 'asked to talk with their supervisor, not ticked off yet';
`;

const NIGHT = `
-- Off: at night the service is as open as by day. On: from 00:00 to 06:00 by its own wall it shows closed unless two responders
-- and a supervisor are on shift.
alter table service add column night_rule boolean not null default false;
comment on column service.night_rule is 'from 00:00 to 06:00 closed unless two responders and a supervisor are on shift';
`;

/** Hours that a supervisor may allow, who must be observed, who wants to talk with a supervisor, and what is required at night. */
export class MoreWellbeing1700000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LIMITS);
    await runner.query(NIGHT);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('what a supervisor has allowed has no place in the older shape'));
  }
}
