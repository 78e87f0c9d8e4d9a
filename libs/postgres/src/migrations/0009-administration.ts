import type { MigrationInterface, QueryRunner } from 'typeorm';

const WORDING = `
-- What a charity says in its own words on the visitor's page, by language; everything else is said as the page was built.
create table wording (
  service_id uuid not null references service,
  language text not null,
  -- Where the text stands among the words of the page: arrive.closes.
  key text not null,
  -- With what goes in by name: We close at {time}.
  own_text text not null,
  primary key (service_id, language, key)
);
`;

const TOPICS = `
alter table service
  -- Topics that only so many conversations in a row may be about, band 1 aside. Kept by the trigger below: read with the
  -- service, so that judging somebody asks no other table.
  add column heavy_topics text[] not null default '{sexual_violence}';

-- Headings of a wrap-up as far as a charity calls or uses them otherwise than by default, and its own. Conversations name
-- them by their code, so none is ever deleted: one that is not wanted is out of use.
create table topic (
  service_id uuid not null references service,
  topic text not null,
  label text not null,
  -- What it is called in other languages, each as 'cy: Galar'.
  labels text[] not null default '{}',
  heavy boolean not null,
  in_use boolean not null,
  primary key (service_id, topic)
);

create function keep_heavy_topics() returns trigger language plpgsql as $keep$
declare
  whose uuid := case when tg_op = 'DELETE' then old.service_id else new.service_id end;
begin
  update service s set heavy_topics = array(
    select 'sexual_violence' union select t.topic from topic t where t.service_id = s.id and t.heavy order by 1)
  where s.id = whose;
  return null;
end
$keep$;
create trigger topic_heavy after insert or update or delete on topic
  for each row execute function keep_heavy_topics();
`;

const SKILLS = `
-- What people can do that a visitor may wish for, or that training allows: named here, so that nobody asks for a skill that
-- is only spelt otherwise.
create table skill (
  service_id uuid not null references service,
  skill text not null,
  -- Visitors may wish for it.
  offered boolean not null,
  position integer not null,
  primary key (service_id, skill)
);
insert into skill (service_id, skill, offered, position)
select service_id, skill, bool_or(offered), row_number() over (partition by service_id order by bool_or(offered) desc, skill) - 1
from (
  select id as service_id, unnest(wishes) as skill, true as offered from service
  union all select service_id, unnest(skills), false from staff
  union all select service_id, grants, false from training_record where grants is not null
) named group by service_id, skill;

-- The wishes of a service are its offered skills, in their order: read with the service, by every page that is opened.
create function keep_wishes() returns trigger language plpgsql as $keep$
declare
  whose uuid := case when tg_op = 'DELETE' then old.service_id else new.service_id end;
begin
  update service s set wishes = array(
    select k.skill from skill k where k.service_id = s.id and k.offered order by k.position, k.skill)
  where s.id = whose;
  return null;
end
$keep$;
create trigger skill_offered after insert or update or delete on skill
  for each row execute function keep_wishes();
`;

const LIMITS = `
-- The stricter limits of a service, one a row. What they are measured in is known where they are judged.
create view own_limit as
  select s.id as service_id, l.key as rule, l.value::double precision as own
  from service s, jsonb_each_text(s.wellbeing) l
  where l.value ~ '^[0-9]{1,12}([.][0-9]+)?$';

create function write_own_limit() returns trigger language plpgsql as $write$
begin
  if tg_op = 'DELETE' then
    update service set wellbeing = wellbeing - old.rule where id = old.service_id;
    return old;
  end if;
  update service set wellbeing = wellbeing || jsonb_build_object(new.rule, new.own) where id = new.service_id;
  return new;
end
$write$;
create trigger own_limit_written instead of insert or delete on own_limit
  for each row execute function write_own_limit();
`;

/** A charity says it in its own words, and has topics, skills and stricter limits of its own. */
export class Administration1700000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WORDING);
    await runner.query(TOPICS);
    await runner.query(SKILLS);
    await runner.query(LIMITS);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('own words, topics and skills have no place in the older shape'));
  }
}
