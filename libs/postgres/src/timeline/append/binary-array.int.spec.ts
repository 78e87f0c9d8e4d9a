import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { Scene } from '@warmline/test-kit';
import { binaryArray, NoUuid } from './binary-array';

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.open();
});
afterAll(() => scene.close());

describe('an array in binary', () => {
  it('is read by Postgres as the array it was', async () => {
    const row = fc.record({
      id: fc.uuid(),
      staff: fc.option(fc.uuid()),
      text: fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', '')),
      epoch: fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
      sealed: fc.uint8Array({ maxLength: 300 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 20 }), async (rows) => {
        const read = await scene.database.sql(
          `select id, staff, text, epoch, sealed from
             unnest($1::uuid[], $2::uuid[], $3::text[], $4::integer[], $5::bytea[])
             with ordinality as a(id, staff, text, epoch, sealed, ord) order by ord`,
          [
            binaryArray.uuid(rows.map(({ id }) => id)),
            binaryArray.uuid(rows.map(({ staff }) => staff)),
            binaryArray.text(rows.map(({ text }) => text)),
            binaryArray.int4(rows.map(({ epoch }) => epoch)),
            binaryArray.bytea(rows.map(({ sealed }) => sealed)),
          ],
        );
        expect(read).toEqual(rows.map((each) => ({ ...each, sealed: Buffer.from(each.sealed) })));
      }),
      { seed: 2026, numRuns: 60 },
    );
  });

  it('takes nothing for an id that is none, as Postgres would store any 16 bytes', () => {
    for (const id of ['not an id', '', uuid().slice(1), `${uuid()}0`, uuid().replaceAll('-', '')])
      expect(() => binaryArray.uuid([uuid(), id])).toThrow(NoUuid);
  });

  it('takes no number that 32 bits cannot hold', () => {
    expect(() => binaryArray.int4([2 ** 31])).toThrow('out of range');
  });
});
