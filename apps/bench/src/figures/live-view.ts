import { setTimeout as delay } from 'node:timers/promises';
import { STAFF_NAMESPACE, STAFF_PROTOCOL_VERSION } from '@warmline/contracts';
import { connect, must } from '../load/load-client';
import { figure, type Figure } from '../report/figure';
import type { Session } from '../resources';
import { Crowd } from '../sides/crowd';
import { on } from '../sides/databases';
import { Warmline } from '../sides/warmline';

const PEOPLE = 200;
const WAITING = 200;
/** That nobody speaks, so that everyone goes on waiting. */
const LANGUAGE = 'xx';
/** Nothing changes for this long (ms): several polls. */
const QUIET = 10_000;
/** After a change, for every push of it (ms). */
const SETTLED = 4_000;

const SUPERVISOR = `update staff set role = 'supervisor' where id =
  (select staff_id from staff_session where secret_hash = sha256(convert_to($1, 'UTF8')))`;
const LONG_WAIT = `update conversation set waiting_since = waiting_since - interval '1 hour',
  entered_at = entered_at - interval '1 hour', version = version + 1 where state = 'waiting'`;
const ONE_MESSAGE = `update conversation set visitor_messages = visitor_messages + 1, version = version + 1
  where id = (select id from conversation where state = 'waiting' limit 1)`;

/** P15: what a supervisor's page is sent with 200 people waiting and 200 on shift. */
export const liveView = async ({ resources }: Session): Promise<Figure[]> => {
  const warmline = await Warmline.start(resources, 1);
  const crowd = Crowd.of(resources, warmline.where);
  await crowd.works(PEOPLE);
  await crowd.waits(WAITING, LANGUAGE);
  const [cookie = ''] = await crowd.signsIn(1);
  const change = (sql: string, values: readonly unknown[] = []): Promise<unknown> =>
    on(warmline.database, (client) => client.query(sql, [...values]));
  await change(SUPERVISOR, [cookie.split('=')[1]]);
  const { url } = warmline.gateway();
  const auth = { protocol: STAFF_PROTOCOL_VERSION };
  const socket = await connect({ url: `${url}${STAFF_NAMESPACE}`, auth, cookie });
  const pushes: number[] = [];
  socket.on('live_view:changed', (update: unknown) => pushes.push(Buffer.byteLength(JSON.stringify(update))));
  const whole = Buffer.byteLength(JSON.stringify(await must(socket, 'live_view:open', {})));
  await delay(SETTLED);

  /** Pushes of one change (bytes). */
  const pushesOf = async (work: () => Promise<unknown>, during: number): Promise<number[]> => {
    pushes.length = 0;
    await work();
    await delay(during);
    return [...pushes];
  };
  const quiet = await pushesOf(() => Promise.resolve(), QUIET);
  const one = await pushesOf(() => change(ONE_MESSAGE), SETTLED);
  const wave = await pushesOf(() => change(LONG_WAIT), SETTLED);
  socket.disconnect();
  await warmline.stop();
  const most = Math.max(0, ...quiet, ...one, ...wave);
  return [
    figure(
      {
        id: 'P15',
        what: "a supervisor's largest push at 200 waiting x 200 people",
        goal: '<=60',
        unit: 'KB',
        notes: [
          `whole view ${(whole / 1_000).toFixed(0)} KB, asked for once`,
          `${quiet.length} pushes in ${QUIET / 1_000} s without a change`,
          `one message: ${one.length} push of ${(Math.max(0, ...one) / 1_000).toFixed(1)} KB; every wait past its target: ${wave.length} pushes`,
        ],
      },
      { ours: most / 1_000, baseline: null },
    ),
  ];
};
