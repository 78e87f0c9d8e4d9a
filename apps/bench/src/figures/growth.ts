import { visitorAt, waitingVisitorAt } from '../load/begin-conversations';
import type { ClientSetUp } from '../load/jobs';
import { figure, median, type Figure } from '../report/figure';
import type { Session } from '../resources';
import { on } from '../sides/databases';
import { Warmline } from '../sides/warmline';

/** Conversations that are written in parallel. */
const WRITERS = 4;
const LONG = 10_000;

/** Rows as the append leaves them: conversations of 200 messages with sealed bodies of our size. */
const GROW = `
  with conversations as (
    insert into conversation (id, service_id, start_id, token_hash, state, band, language, dek_wrapped, kek_day,
      entered_at, waiting_since, last_seq, ended_at, end_reason)
    select gen_random_uuid(), (select id from service), gen_random_uuid(), sha256(gen_random_uuid()::text::bytea),
      'ended', 3, 'en', sha256('key'), '2099-01-01', now(), now(), 200, now(), 'visitor_ended'
    from generate_series(1, $1::integer / 200) returning id
  )
  insert into timeline_entry (conversation_id, seq, id, kind, author_role, sealed, at)
  select c.id, seq, gen_random_uuid(), 'message', 'visitor',
    sha256(c.id::text::bytea) || sha256(seq::text::bytea) || sha256('body') || sha256('more') || '\\x0011223344556677'::bytea, now()
  from conversations c, generate_series(1, 200) seq`;

/** µs of wall time a message, with this many writers. */
const costOf = async ({ loader, seconds }: Session, crew: string): Promise<number> =>
  1e6 / (await loader.closed(crew, seconds / 2)).rate;

const compared = async (
  session: Session,
  { ours, baseline }: { readonly ours: string; readonly baseline: string },
): Promise<{ ours: number; baseline: number }> => {
  const [later, earlier]: [number[], number[]] = [[], []];
  for (let round = 0; round < session.blocks * 2; round += 1) {
    earlier.push(await costOf(session, baseline));
    later.push(await costOf(session, ours));
  }
  session.resources.say(
    `    ${median(earlier).toFixed(0)} µs a message, grown ${median(later).toFixed(0)} µs`,
  );
  return { ours: median(later), baseline: median(earlier) };
};

/** Fills one conversation; returns a socket that reads it. */
const longConversations = async ({ loader }: Session, url: string, crew: string): Promise<ClientSetUp> => {
  const clients = Array.from({ length: WRITERS }, () => waitingVisitorAt(url));
  await loader.connect(crew, clients);
  await loader.fill(crew, LONG);
  const [first] = clients;
  if (first === undefined) throw new Error('nobody wrote');
  return visitorAt(url, String(first.auth['token']));
};

const waiting = (url: string): ClientSetUp[] => Array.from({ length: WRITERS }, () => waitingVisitorAt(url));

const conversationGrowth = async (session: Session, url: string): Promise<Figure> => {
  const { loader } = session;
  await loader.connect('short', waiting(url));
  await loader.fill('short', 10);
  const found = await compared(session, { ours: 'long', baseline: 'short' });
  await loader.leave('short');
  return figure(
    {
      id: 'P9',
      what: 'cost of a message in a conversation of 10,000 entries ÷ of 10',
      goal: '<=1.2',
      unit: 'µs',
    },
    found,
  );
};

const grown = async (session: Session, rows: number): Promise<Warmline> => {
  const warmline = await Warmline.start(session.resources, 1);
  await on(warmline.database, async (client) => {
    for (let left = rows; left > 0; left -= 1_000_000) await client.query(GROW, [Math.min(left, 1_000_000)]);
    await client.query('vacuum analyze timeline_entry, conversation');
    await client.query('checkpoint');
  });
  return warmline;
};

const tableGrowth = async (session: Session): Promise<Figure> => {
  const most = session.isFull ? 10_000_000 : 100_000;
  session.resources.say(`  a table of ${most} entries beside one of 10,000`);
  const [small, large] = [await grown(session, 10_000), await grown(session, most)];
  await session.loader.connect('small', waiting(small.gateway().url));
  await session.loader.connect('large', waiting(large.gateway().url));
  const found = await compared(session, { ours: 'large', baseline: 'small' });
  for (const crew of ['small', 'large']) await session.loader.leave(crew);
  await small.stop();
  await large.stop();
  return figure(
    {
      id: 'P9.table',
      what: `cost of a message in a table of ${most} entries ÷ of 10,000`,
      goal: '<=1.2',
      unit: 'µs',
      ...(session.isFull ? {} : { notes: ['10^7 entries: npm run bench -- P9 --full'] }),
    },
    found,
  );
};

const READ = `select seq, id, kind, author_role, sealed, at from timeline_entry
  where conversation_id = (select id from conversation where last_seq > ${LONG} order by last_seq limit 1) order by seq`;

const resume = async (session: Session, database: string, reader: ClientSetUp): Promise<Figure> => {
  const [ours, baseline]: [number[], number[]] = [[], []];
  await session.loader.connect('resuming', [reader]);
  await on(database, async (client) => {
    for (let round = 0; round < session.blocks * 3; round += 1) {
      const since = performance.now();
      await client.query(READ);
      baseline.push(performance.now() - since);
      ours.push(await session.loader.resume('resuming'));
    }
  });
  await session.loader.leave('resuming');
  return figure(
    {
      id: 'P10',
      what: 'resume of 10,000 entries ÷ one sequential read of the rows',
      goal: '<=3',
      unit: 'ms',
    },
    { ours: median(ours), baseline: median(baseline) },
  );
};

/** P9 and P10 share a conversation that took a while to write. */
export const growth = async (session: Session, wanted: ReadonlySet<string>): Promise<Figure[]> => {
  const warmline = await Warmline.start(session.resources, 1);
  const { url } = warmline.gateway();
  session.resources.say(`  writing ${WRITERS} conversations of ${LONG} messages`);
  const reader = await longConversations(session, url, 'long');
  const figures: Figure[] = [];
  if (wanted.has('P10')) figures.push(await resume(session, warmline.database, reader));
  if (wanted.has('P9')) figures.push(await conversationGrowth(session, url));
  await session.loader.leave('long');
  await warmline.stop();
  if (wanted.has('P9')) figures.push(await tableGrowth(session));
  return figures;
};
