import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The rule is `holdOf` in libs/routing; a test compares the two. No chat is set aside yet. */
const HOLDS = `
alter table conversation drop hold;
alter table conversation add hold text generated always as (
  case
    when epoch > 0 then null
    when set_aside_at is not null then 'set_aside'
    when band <> 1 or band_because <> 'safety_answer' then null
    when visitor_messages = 0 and page_seen_at is null then 'unseen'
    when needs_proof then 'unproven'
    when visitor_messages = 0 then 'silent'
  end) stored;
comment on column conversation.hold is 'why a visitor who waits does not have the rank of their band yet; null for nearly everyone';
comment on column conversation.set_aside_at is 'two supervisors set it aside as part of a flood; a word of the visitor brings it back';
alter table flood_chat add ticked boolean not null default false;
comment on column flood_chat.ticked is 'chosen one by one, since words were written or they may be in danger: by who proposed, then by both';
`;

/** In the transaction of the word or of the change, so that nothing can end the chat in between. */
const BRING_BACK = `
create function bring_back_from_flood() returns trigger language plpgsql as $function$
begin
  new.set_aside_at := null;
  new.version := new.version + 1;
  insert into outbox (kind, subject, service_id) values ('conversation', new.id, new.service_id);
  return new;
end
$function$;
create trigger bring_back_from_flood before update on conversation for each row
  when (old.set_aside_at is not null and (new.visitor_messages > old.visitor_messages
    or new.band < old.band or new.safety_at > old.safety_at))
  execute function bring_back_from_flood();
`;

const FORGET_ARRIVAL = `
create function forget_arrival() returns trigger language plpgsql as $function$
begin
  delete from arrival where conversation_id = new.id;
  return null;
end
$function$;
create trigger forget_arrival after update on conversation for each row
  when (old.state = 'waiting' and new.state <> 'waiting') execute function forget_arrival();
`;

/** Two supervisors set chats aside as one flood, also chats with words. Each is back when its visitor writes. */
export class Floods1700000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [HOLDS, BRING_BACK, FORGET_ARRIVAL]) await runner.query(sql);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('restore a backup from before the upgrade to go back'));
  }
}
