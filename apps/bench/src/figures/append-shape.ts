import { randomBytes, randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { conversationId, entryId } from '@warmline/kernel';
import { AppendConnection } from '@warmline/postgres';
import { figure, median, type Figure } from '../report/figure';
import type { Session } from '../resources';
import { on } from '../sides/databases';
import { Warmline } from '../sides/warmline';

/** Messages in one round trip, each of a conversation of its own. */
const BATCH = 200;
/** A body of 113 characters, sealed. */
const SEALED = 142;

const PLAIN_TABLE = `create table plain_message (
  conversation uuid not null, seq bigserial, id uuid not null, sealed bytea not null,
  at timestamptz not null default now(), primary key (conversation, seq))`;
const PLAIN = {
  name: 'plain',
  text: `insert into plain_message (conversation, id, sealed)
         select * from unnest($1::uuid[], $2::uuid[], $3::bytea[]) returning seq, at`,
};
const CONVERSATIONS = `
  insert into conversation (id, service_id, start_id, token_hash, state, band, language, dek_wrapped, kek_day,
    entered_at, waiting_since)
  select gen_random_uuid(), (select id from service), gen_random_uuid(), sha256(gen_random_uuid()::text::bytea),
    'waiting', 3, 'en', sha256('key'), '2099-01-01', now(), now()
  from generate_series(1, $1::integer) returning id`;

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const since = performance.now();
  await work();
  return performance.now() - since;
};

const compare = async (client: Client, append: AppendConnection, rounds: number) => {
  await client.query(PLAIN_TABLE);
  const { rows } = await client.query<{ readonly id: string }>(CONVERSATIONS, [BATCH]);
  const ids = rows.map(({ id }) => id);
  const bodies = ids.map(() => randomBytes(SEALED));
  const plain = (): Promise<unknown> =>
    client.query({ ...PLAIN, values: [ids, ids.map(() => randomUUID()), bodies] });
  const rich = (): Promise<unknown> =>
    append.append(
      ids.map((id) => ({
        conversation: conversationId(id),
        id: entryId(randomUUID()),
        author: { role: 'visitor' },
        sealed: randomBytes(SEALED),
      })),
    );
  const [ours, baseline]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    baseline.push(await timed(plain));
    ours.push(await timed(rich));
  }
  return { ours: BATCH / median(ours), baseline: BATCH / median(baseline) };
};

/** What locks, permissions, known ids and numbers cost beside a plain grouped insert, on one connection each. */
export const appendShape = async ({ resources, isQuick }: Session): Promise<Figure[]> => {
  const warmline = await Warmline.start(resources, 0);
  const append = new AppendConnection(warmline.database);
  const found = await on(warmline.database, (client) => compare(client, append, isQuick ? 60 : 400));
  await append.close();
  return [
    figure(
      {
        id: 'APPEND',
        what: 'the append ÷ a plain grouped insert, messages per ms',
        goal: '>=0.65',
        unit: '/ms',
      },
      found,
    ),
  ];
};
