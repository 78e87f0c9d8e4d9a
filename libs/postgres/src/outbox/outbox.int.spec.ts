import { aService, Scene, within, type Person } from '@warmline/test-kit';
import { IndexMarkStore, type OutboxRow } from '../index/index-mark-store';
import { IndexReadModel } from '../index/index-read-model';

let scene: Scene;
let source: IndexReadModel;
let marks: IndexMarkStore;
let person: Person;
beforeAll(async () => {
  scene = await Scene.open();
  source = new IndexReadModel(scene.database.opened, scene.service);
  marks = new IndexMarkStore(scene.database.opened, scene.service);
  person = await scene.person();
});
afterAll(() => scene.close());
beforeEach(async () => {
  await scene.database.sql('delete from outbox');
});

/** Takes the oldest notes; the index comes no further by it. */
const drain = (limit: number, take: (rows: readonly OutboxRow[]) => Promise<unknown>): Promise<number> =>
  marks.drainOutbox(limit, async (rows, known) => {
    await take(rows);
    return known;
  });
const nothing = async (): Promise<void> => undefined;
const notes = (): Promise<number> => scene.database.count('outbox');

describe('the outbox', () => {
  it('names the conversation and the member of staff that a fact touched, once the fact is committed', async () => {
    const { conversation, staff } = await scene.held(person.id);
    const seen: string[] = [];
    await drain(10, async (rows) => void seen.push(...rows.map(({ subject }) => subject)));
    expect(new Set(seen)).toEqual(new Set([conversation, staff]));
    expect(await notes()).toBe(0);
  });

  it('[ASG1] keeps the notes of a service for its own index, which holds nothing of another', async () => {
    const conversation = await scene.waiting();
    const other = await aService(scene.database.opened, 'Young people');
    const theirMarks = new IndexMarkStore(scene.database.opened, other);
    const taken: unknown[] = [];
    const took = await theirMarks.drainOutbox(10, (rows, known) => {
      taken.push(...rows);
      return Promise.resolve(known);
    });
    expect([took, taken]).toEqual([0, []]);
    expect(await notes()).toBeGreaterThan(0);
    const theirs = new IndexReadModel(scene.database.opened, other);
    expect(await theirs.loadConversations([conversation])).toEqual([]);
    expect(await theirs.loadStaff([person.id])).toEqual([]);
    expect(await theirs.loadEverything()).toEqual({ conversations: [], staff: [] });
    await theirMarks.rememberMark({ generation: 'theirs', position: 7 });
    expect(await theirMarks.loadMark()).toEqual({ generation: 'theirs', position: 7 });
    expect((await marks.loadMark()).generation).toBeNull();
  });

  it('hands each note to exactly one of two who drain at the same time', async () => {
    for (let count = 0; count < 40; count += 1) await scene.waiting();
    const written = await notes();
    const taken: string[] = [];
    let together = 0;
    let meet = (): void => undefined;
    const met = new Promise<void>((resolve) => (meet = resolve));
    // The first to take waits for the other: if one had to wait for the other's lock, they would never meet.
    const take = async (rows: readonly OutboxRow[]): Promise<void> => {
      taken.push(...rows.map(({ id }) => id));
      together += 1;
      if (together === 2) meet();
      await within('both to hold notes at the same time', met);
      together -= 1;
    };
    const drainAll = async (): Promise<void> => {
      while ((await drain(3, take)) > 0);
    };
    await Promise.all([drainAll(), drainAll()]);
    expect(taken).toHaveLength(written);
    expect(new Set(taken).size).toBe(written);
    expect(await notes()).toBe(0);
  });

  it('keeps notes whose reader failed, and hands them out again', async () => {
    await scene.waiting();
    const before = await notes();
    const failing = drain(10, async () => {
      throw new Error('Redis is away');
    });
    await expect(failing).rejects.toThrow('Redis is away');
    expect(await notes()).toBe(before);
    expect(await drain(10, nothing)).toBe(before);
  });

  it('raises the version with every note, so that a late reader is never the newer one', async () => {
    const versions: number[] = [];
    const conversation = await scene.waiting();
    const look = async (): Promise<void> => {
      const [entry] = await source.loadConversations([conversation]);
      versions.push(entry?.version ?? 0);
    };
    await look();
    const held = await scene.held(person.id, conversation);
    await look();
    await scene.lost(held);
    await look();
    await scene.ended(conversation);
    await look();
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    expect(versions).toHaveLength(4);
  });
});
