import { randomUUID } from 'node:crypto';
import { RedisCorner, until } from '@warmline/test-kit';
import { AlarmAnswerer, AlarmClock, type Alarm } from './alarms';
import { connectPatientRedis, type RedisClient } from './connection';

let redis: RedisCorner;
let clock: AlarmClock;
const answerers: AlarmAnswerer[] = [];
const clients: RedisClient[] = [];
beforeAll(async () => {
  redis = await RedisCorner.open();
  clock = new AlarmClock(redis.client, redis.prefix);
});
afterAll(async () => {
  await Promise.all(answerers.map((answerer) => answerer.close()));
  await clock.close();
  await Promise.all(clients.map((client) => client.close()));
  await redis.close();
});

const rung: Alarm[] = [];
const answer = async (alarm: Alarm): Promise<void> => void rung.push(alarm);
const aProcess = async (): Promise<void> => {
  const client = await connectPatientRedis({ url: redis.url, onError: () => undefined });
  clients.push(client);
  answerers.push(new AlarmAnswerer(client, redis.prefix, { queue: 'alarms', answer }));
};

describe('alarms', () => {
  it('ring once, in one of two processes, however often they were set', async () => {
    await Promise.all([aProcess(), aProcess()]);
    const alarms = Array.from({ length: 20 }, (): Alarm => ({ kind: 'offer_expiry', id: randomUUID() }));
    await Promise.all(
      alarms.flatMap((alarm) => [clock.set(alarm, 50), clock.set(alarm, 50), clock.set(alarm, 50)]),
    );
    const last: Alarm = { kind: 'quick_exit', id: randomUUID() };
    await until('every alarm to ring', async () => rung.length >= alarms.length);
    await clock.set(last, 50);
    await until('the last one to ring', async () => rung.some(({ id }) => id === last.id));
    expect(rung.map(({ id }) => id).sort()).toEqual([...alarms, last].map(({ id }) => id).sort());
    expect(rung.at(-1)).toEqual(last);
  });

  it('hold ids only', async () => {
    const alarm: Alarm = { kind: 'quick_exit', id: randomUUID() };
    await clock.set(alarm, 60_000);
    const kept = (await redis.everything()).split('\n').filter((line) => line.includes(alarm.id));
    expect(kept.some((line) => line.includes(`\\"id\\":\\"${alarm.id}\\"`))).toBe(true);
    expect(kept.join()).not.toMatch(/token|body|text/);
  });
});
