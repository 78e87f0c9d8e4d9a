import { HOUR } from '@warmline/kernel';
import { Scene } from '@warmline/test-kit';
import { LeaseStore } from '../conversations/lease-store';

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.open();
});
afterEach(() => {
  globalThis.Date = RealDate;
});
afterAll(() => scene.close());

const RealDate = Date;

/** This process's clock from now on: wrong by so many ms. Timers go on as they are. */
const setClockWrongBy = (wrong: number): void => {
  globalThis.Date = class extends RealDate {
    constructor(...given: [] | [number | string]) {
      super(given[0] ?? RealDate.now() + wrong);
    }
    static override now(): number {
      return RealDate.now() + wrong;
    }
  } as DateConstructor;
};

describe('a process whose clock is wrong', () => {
  it.each([
    ['fast', HOUR],
    ['slow', -HOUR],
  ])('[ASG4] by an hour, too %s, sees the leases that ran out, and no other', async (_, wrong) => {
    const leases = new LeaseStore(scene.database.opened);
    const { id } = await scene.person();
    const [silent, answering] = [await scene.held(id), await scene.held(id)];
    setClockWrongBy(wrong);
    await leases.renewLeases([id]);
    await scene.database.sql(
      `update holding set lease_until = clock_timestamp() - interval '1 ms' where conversation_id = $1`,
      [silent.conversation],
    );
    const found = await leases.findExpiredHoldings(scene.service, 10);
    expect(found).toEqual([{ conversation: silent.conversation, epoch: silent.epoch }]);
    expect(found).not.toContainEqual(expect.objectContaining({ conversation: answering.conversation }));
    globalThis.Date = RealDate;
    await scene.lost(silent);
  });
});
