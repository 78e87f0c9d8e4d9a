import { WorkingDayReadModel } from '@warmline/postgres';
import { Scene, until, type Person } from '@warmline/test-kit';
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

describe('the cached working days', () => {
  it('a working day is read again at once when its person has changed', async () => {
    const days = knownDays(1);
    expect(await standardOf(days)).toBe(0);
    const held = await scene.held(person.id);
    expect(await standardOf(days)).toBe(1);
    await scene.lost(held);
    expect(await standardOf(days)).toBe(0);
  });

  it('a working day is cached while nothing changes, for one interval of the worker at most', async () => {
    const [days, short] = [knownDays(1), knownDays(0.02)];
    const skillsIn = async (known: WorkingDayCache) => (await known.loadDays([person.id]))[0]?.skills;
    await Promise.all([skillsIn(days), skillsIn(short)]);
    await skilled();
    expect(await skillsIn(days)).toEqual([]);
    const newer = await until('the skill', async () => {
      const skills = await skillsIn(short);
      return skills?.length !== 0 && skills;
    });
    expect(newer).toEqual(['bereavement']);
  });

  it('a working day is read again once Postgres has refused its person', async () => {
    const days = knownDays(1);
    await days.loadDays([person.id]);
    await skilled();
    days.forget([person.id]);
    expect((await days.loadDays([person.id]))[0]?.skills).toEqual(['bereavement']);
  });

  it('the cache has nothing of unknown people, and forgets people who are not needed any more', async () => {
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
