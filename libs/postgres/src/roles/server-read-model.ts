import { flag, list, text } from '../connection/parse-rows';
import { RowQuery, type Queryable } from '../connection/row-query';

/** Who this process is to Postgres. */
export interface ConnectedRole {
  readonly name: string;
  /** What it may do that the app must not, in words: 'is a superuser', 'owns the tables'. */
  readonly powers: readonly string[];
}

/** A role has the powers of every role that it is a member of. */
const ROLE = new RowQuery<ConnectedRole>(
  { name: text, powers: list(text) },
  `with roles as (select r.* from pg_roles r where pg_has_role(current_user, r.oid, 'member'))
   select current_user::text as name, case when own.rolsuper then array['is a superuser'] else array_remove(array[
     case when exists (select 1 from roles where rolsuper) then 'may become a superuser' end,
     case when exists (
       select 1 from pg_class c join roles on roles.oid = c.relowner
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')) then 'owns the tables' end,
     case when exists (select 1 from roles where rolbypassrls) then 'has BYPASSRLS' end,
     case when exists (select 1 from roles where rolcreaterole) then 'has CREATEROLE' end,
     case when exists (select 1 from roles where rolcreatedb) then 'has CREATEDB' end,
     case when exists (select 1 from roles where rolreplication) then 'has REPLICATION' end
   ], null) end as powers
   from pg_roles own where own.rolname = current_user`,
);

/** Settings on which an acknowledged message depends, as Postgres names them. */
export interface Durability {
  readonly fsync: boolean;
  readonly synchronous_commit: boolean;
  readonly full_page_writes: boolean;
}

const DURABILITY = new RowQuery<Durability>(
  { fsync: flag, synchronous_commit: flag, full_page_writes: flag },
  `select current_setting('fsync') = 'on' as fsync, current_setting('synchronous_commit') <> 'off' as synchronous_commit,
     current_setting('full_page_writes') = 'on' as full_page_writes`,
);

/** What a start asks of the server: who we are, and whether what is committed survives a loss of power. */
export class ServerReadModel {
  constructor(private readonly database: Queryable) {}

  loadRole(): Promise<ConnectedRole> {
    return ROLE.one(this.database);
  }

  loadDurability(): Promise<Durability> {
    return DURABILITY.one(this.database);
  }
}
