import { row, rows, text as textColumn } from '../connection/parse-rows';
import type { Queryable } from '../connection/row-query';

/** Keeps the record of migrations out: TypeORM makes that table before the first one runs. */
const OURS = `n.nspname = 'public' and c.relname !~ '^migrations'`;

/** A table with its columns and its own constraints. Postgres 18 lists `not null` among the constraints as well. */
const TABLES = `
  select c.relname as name, format(E'create table %I (\\n  %s\\n);', c.relname, concat_ws(E',\\n  ',
    (select string_agg(concat_ws(' ', quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
        case when a.attidentity = 'a' then 'generated always as identity'
          when a.attgenerated = 's' then 'generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
          else 'default ' || pg_get_expr(d.adbin, d.adrelid) end,
        case when a.attnotnull then 'not null' end), E',\\n  ' order by a.attnum)
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
    (select string_agg(format('constraint %I %s', k.conname, pg_get_constraintdef(k.oid)), E',\\n  '
        order by k.contype = 'p' desc, k.conname)
      from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'c')))) as text
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} and c.relkind = 'r' order by c.relname`;

const COMMENTS = `
  select case when d.objsubid = 0 then format('comment on table %I is %L;', c.relname, d.description)
    else format('comment on column %I.%I is %L;', c.relname, a.attname, d.description) end as text
  from pg_description d join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid
  where ${OURS} and c.relkind in ('r', 'v') and c.relname = $1 order by d.objsubid`;

/** What a constraint makes by itself is left out. */
const INDEXES = `
  select replace(pg_get_indexdef(i.indexrelid), ' ON public.', ' ON ') || ';' as text
  from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
  join pg_class x on x.oid = i.indexrelid
  where ${OURS} and c.relname = $1 and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
  order by x.relname`;

const FOREIGN_KEYS = `
  select format('alter table %I add constraint %I %s;', c.relname, k.conname, pg_get_constraintdef(k.oid)) as text
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and k.contype = 'f' order by c.relname, k.conname`;

const VIEWS = `
  select format(E'create view %I as\\n%s', c.relname, pg_get_viewdef(c.oid, true)) as text
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} and c.relkind = 'v' order by c.relname`;

const FUNCTIONS = `
  select replace(rtrim(pg_get_functiondef(p.oid), E' \\n'), 'FUNCTION public.', 'FUNCTION ') || ';' as text
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' order by p.proname`;

const TRIGGERS = `
  select replace(pg_get_triggerdef(t.oid), ' ON public.', ' ON ') || ';' as text
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and not t.tgisinternal order by c.relname, t.tgname`;

const part = row({ text: textColumn });
const table = row({ name: textColumn, text: textColumn });

/**
 * The schema of a database as SQL that makes the same schema in an empty one: tables with comments and indexes, then foreign
 * keys, functions, views and triggers, each by name. The same schema gives the same text, in whatever order it was made.
 */
export const currentSchema = async (database: Queryable): Promise<string> => {
  const texts = async (sql: string, ...parameters: unknown[]): Promise<string> =>
    rows(part, await database.query(sql, parameters))
      .map(({ text }) => text)
      .join('\n');
  const parts: string[] = [];
  for (const { name, text } of rows(table, await database.query(TABLES, [])))
    parts.push([text, await texts(COMMENTS, name), await texts(INDEXES, name)].filter(Boolean).join('\n'));
  for (const sql of [FOREIGN_KEYS, FUNCTIONS, VIEWS, TRIGGERS]) parts.push(await texts(sql));
  return `${parts.join('\n\n')}\n`;
};
