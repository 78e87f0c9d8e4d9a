import { instant, type ConversationId, type StaffId } from '@warmline/kernel';
import { Scene } from '@warmline/test-kit';
import type { Database } from '../connection/database';
import { DeskFingerprintReadModel } from '../desk/desk-fingerprint-read-model';
import { DeskReadModel } from '../desk/desk-read-model';
import { FloodReadModel } from '../floods/flood-read-model';
import { HandoverReadModel } from '../handovers/handover-read-model';
import { HelpReadModel } from '../help/help-read-model';
import { HistoryReadModel } from '../history/history-read-model';
import { ReaderReadModel } from '../history/reader-read-model';
import { IndexReadModel } from '../index/index-read-model';
import { LiveViewReadModel } from '../live-view/live-view-read-model';
import { WaitingVisitorReadModel } from '../offers/waiting-visitor-read-model';
import { OpeningReadModel } from '../opening/opening-read-model';
import { buffersOf, noting, type Asked } from '../testing/statement-cost';
import { WaitEstimateReadModel } from '../waiting-time/wait-estimate-read-model';
import { WorkingDayReadModel } from '../wellbeing/working-day-read-model';
import { ForecastReadModel } from './forecast-read-model';
import { ReportReadModel } from './report-read-model';
import { WallboardReadModel } from './wallboard-read-model';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Conversations of a young service, one an hour: six weeks, which is as far as the forecast reads. */
const YOUNG = 1_050;
/** Of one that is as busy, and seven times as old. */
const OLD = 7_350;
/** So few pages are no sign of anything: an index that grew by a level costs one more in each search. */
const FEW = 60;

let scene: Scene;
let staff: StaffId[];
beforeAll(async () => {
  scene = await Scene.open();
  staff = (await Promise.all(Array.from({ length: 20 }, () => scene.person()))).map(({ id }) => id);
  for (const person of staff) await scene.held(person);
  await scene.waiting();
});
afterAll(() => scene.close());

/** Conversations that ended long ago, one each hour back from `from` to `to`, with everything that is written about one. */
const past = async (from: number, to: number): Promise<void> => {
  const { database, service } = scene;
  await database.sql(
    `create table past as select gen_random_uuid() as id, n, ($4::uuid[])[1 + n % cardinality($4::uuid[])] as staff_id,
       clock_timestamp() - n * interval '1 hour' - interval '30 minutes' as at, 1 + n % 3 as band, $1::uuid as service_id
     from generate_series($2::integer, $3::integer) n`,
    [service, from, to, staff],
  );
  for (const insert of [
    `conversation (id, service_id, start_id, token_hash, state, band, language, dek_wrapped, kek_day, entered_at, waiting_since,
       last_seq, epoch, ended_at, end_reason)
     select id, service_id, gen_random_uuid(), sha256(id::text::bytea), 'ended', band, 'en', '\\x00', '2099-01-01', at, at, 2, 1,
       at + interval '30 minutes', 'visitor_ended'`,
    `holding (conversation_id, epoch, staff_id, began_at, ended_at, wrapped_up_at, lease_until)
     select id, 1, staff_id, at, at + interval '30 minutes', at + interval '31 minutes', at`,
    `offer (id, service_id, conversation_id, staff_id, made_at, expires_at, outcome, closed_at)
     select gen_random_uuid(), service_id, id, staff_id, at, at, 'accepted', at`,
    `timeline_entry (conversation_id, seq, id, kind, author_role, sealed, at)
     select id, seq, gen_random_uuid(), 'message', case seq when 1 then 'visitor' else 'responder' end, '\\x00', at
     cross join generate_series(1, 2) seq`,
    `wait_outcome (conversation_id, waiting_since, service_id, band, raw, bound, true_wait, is_virtual, at)
     select id, at, service_id, band, 1, 2, 1, false, at`,
    `capacity_span (staff_id, service_id, capacity, began_at, ended_at)
     select staff_id, service_id, 2, at, at + interval '1 hour'`,
    `turned_away (service_id, minute, reason, band, contacts) select service_id, date_trunc('minute', at), 'closed', 0, 1`,
    `help_call (id, service_id, staff_id, conversation_id, urgency, called_at, over_at, over_because)
     select gen_random_uuid(), service_id, staff_id, id, 'normal', at, at, 'settled'`,
    `shift (id, service_id, staff_id, began_at, ends_at, ended_at, check_in, checked_in_at, takes_surge)
     select gen_random_uuid(), service_id, staff_id, at, at + interval '1 hour', at + interval '1 hour', 'yes', at, false`,
    `handover (id, service_id, conversation_id, kind, state, epoch, sender_id, proposed_by, target, must_leave, brief_sealed,
       proposed_at, closed_at)
     select gen_random_uuid(), service_id, id, 'warm', 'left', 1, staff_id, staff_id, 'queue', false, '\\x00', at, at`,
    `staff_session (id, secret_hash, staff_id, began_at, used_at, ended_at)
     select id, sha256(id::text::bytea), staff_id, at, at, at`,
    `observation (id, conversation_id, staff_id, session_id, began_at, ended_at)
     select gen_random_uuid(), id, ('{${staff.join()}}'::uuid[])[1 + (n + 1) % 20], id, at, at`,
  ])
    await database.sql(
      `insert into ${insert.includes('cross join') ? insert.replace('cross join', 'from past cross join') : `${insert} from past`}`,
    );
  await database.sql('drop table past');
  await database.sql('update staff set conversations_held = 5000');
  await database.sql('vacuum analyze');
};

/** A report of four weeks, and its last day. */
const askReport = async (database: Database): Promise<void> => {
  const reports = new ReportReadModel(database);
  const to = await reports.now();
  const lastDays = (days: number) => ({ from: instant(to - days * 24 * HOUR), to });
  await reports.loadFrame(scene.service, lastDays(28));
  await reports.loadPart(scene.service, lastDays(1));
};

/** A page of the history, and who read the conversations of one person, and of many. */
const askReaders = async (database: Database, conversations: readonly ConversationId[]): Promise<void> => {
  const readers = new ReaderReadModel(database);
  const any = { responder: null, safety: null, ended: null, outcome: null, topic: null };
  const filter = { ...any, from: null, until: null };
  await new HistoryReadModel(database).loadPage(scene.service, { before: null, filter, most: 50 });
  for (const person of staff.slice(0, 1)) {
    await readers.loadHeldBy(person, null, 51);
    await readers.loadReaders(conversations, person);
  }
};

/** Everything that pages and timers ask again and again, the forecast, and the figures. */
const askEverything = async (): Promise<Asked[]> => {
  const asked: Asked[] = [];
  const database = noting(scene.database.opened, asked);
  const { service } = scene;
  const waits = new WaitEstimateReadModel(database);
  const days = new WorkingDayReadModel(database, 8 * MINUTE);
  const index = new IndexReadModel(database, service);
  const handovers = new HandoverReadModel(database);
  const help = new HelpReadModel(database);
  const now = await waits.now();
  const ids = await index.loadEverything();
  const conversations = ids.conversations.map(({ id }) => id);
  for (const ask of [
    () => new ForecastReadModel(database).loadPresent(service, 6),
    () => new WallboardReadModel(database).loadWallboard(service, 4 * HOUR),
    () => waits.loadWaits(service),
    () => waits.loadTombstones(service),
    () => waits.loadAskedSince(service, instant(now - HOUR)),
    () => waits.loadOutcomes(service),
    () => waits.loadObserved(service),
    () => waits.loadPlanned(service),
    () => waits.findShownTo(conversations),
    () => days.loadWorkingDaysOfService(service),
    () => days.loadVersions(staff),
    () => days.countObservedConversations(service, 10),
    () => days.loadBetweenConversations(service, 100),
    () => new LiveViewReadModel(database).loadLiveView(service),
    () => new FloodReadModel(database).loadFloods(service),
    () => handovers.loadHandoversOfService(service),
    () => handovers.loadHandoversOfStaff(staff),
    () => handovers.findUnasked(service, 100),
    () => handovers.findOverdue(service, 100),
    () => new WaitingVisitorReadModel(database).loadSupervisorCalls(service),
    () => new WaitingVisitorReadModel(database).loadNeeds(conversations),
    () => new OpeningReadModel(database).loadOpening(service),
    () => new OpeningReadModel(database).findWaitingWithNobodyOn(service),
    () => help.findLapsedCalls(service, 12 * HOUR, 100),
    () => help.findUnheard(service, 100),
    () => new DeskReadModel(database).loadDesks(staff),
    () => new DeskReadModel(database).findHeldBy(staff),
    () => new DeskFingerprintReadModel(database).loadFingerprints(staff),
    () => index.findOverdueOffers(100),
    () => index.findLeftQuickly(30_000, 100),
  ])
    await ask();
  await askReport(database);
  await askReaders(database, conversations);
  return asked;
};

const costs = async (): Promise<Map<string, number>> => {
  const found = new Map<string, number>();
  for (const asked of await askEverything())
    found.set(asked.sql, await buffersOf(scene.database.opened, asked));
  return found;
};

it('P9.all: each statement that is asked again and again looks at no more after ten months than after six weeks', async () => {
  await past(1, YOUNG);
  const young = await costs();
  await past(YOUNG + 1, OLD);
  const old = await costs();
  const grown = [...old].flatMap(([sql, pages]) => {
    const before = Math.max(FEW, young.get(sql) ?? 0);
    return pages > 2 * before
      ? [`${pages} pages, ${young.get(sql)} before: ${sql.trim().slice(0, 400)}`]
      : [];
  });
  expect(young.size).toBeGreaterThan(40);
  expect(grown).toEqual([]);
});
