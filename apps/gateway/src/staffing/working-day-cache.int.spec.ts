import { WorkingDayReadModel } from '@warmline/postgres';
import { Scene, type Person } from '@warmline/test-kit';
import { Timers } from '../core/timers';
import { WorkingDayCache } from './working-day-cache';

let scene: Scene;
let person: Person;
beforeAll(async () => {
  scene = await Scene.open();
});
beforeEach(async () => {
  person = await scene.person();
});
afterAll(() => scene.close());

/** `scale` 1: a round is two seconds, 0.02: forty milliseconds. */
const knownDays = (scale: number): WorkingDayCache => {
  const timers = new Timers(scale);
  return new WorkingDayCache(new WorkingDayReadModel(scene.database.opened, timers.quietVisitor), timers);
};
const standardOf = async (days: WorkingDayCache): Promise<number | undefined> =>
  (await days.loadDays([person.id]))[0]?.caseload.standard;
/** Without a fact, and so without another version. */
const skilled = (): Promise<unknown> =>
  scene.database.sql(`update staff set skills = '{bereavement}' where id = $1`, [person.id]);

describe('working days that a match knows', () => {
  it('are read anew at once when a fact has changed somebody', async () => {
    const days = knownDays(1);
    expect(await standardOf(days)).toBe(0);
    const held = await scene.held(person.id);
    expect(await standardOf(days)).toBe(1);
    await scene.lost(held);
    expect(await standardOf(days)).toBe(0);
  });

  it('are as they were read while nothing has, for a round of the worker and no longer', async () => {
    const [days, short] = [knownDays(1), knownDays(0.02)];
    const skillsIn = async (known: WorkingDayCache) => (await known.loadDays([person.id]))[0]?.skills;
    await Promise.all([skillsIn(days), skillsIn(short)]);
    await skilled();
    expect(await skillsIn(days)).toEqual([]);
    const deadline = performance.now() + 5_000;
    while ((await skillsIn(short))?.length === 0 && performance.now() < deadline);
    expect(await skillsIn(short)).toEqual(['bereavement']);
  });

  it('are read anew once the truth has refused somebody', async () => {
    const days = knownDays(1);
    await days.loadDays([person.id]);
    await skilled();
    days.forget([person.id]);
    expect((await days.loadDays([person.id]))[0]?.skills).toEqual(['bereavement']);
  });

  it('say nothing of somebody unknown, and forget who is not asked for any more', async () => {
    const days = knownDays(1);
    const other = await scene.person();
    expect(
      await days.loadDays(['00000000-0000-4000-8000-000000000001' as Person['id'], person.id]),
    ).toHaveLength(1);
    await skilled();
    await days.loadDays([other.id]);
    expect((await days.loadDays([person.id]))[0]?.skills).toEqual(['bereavement']);
  });
});
