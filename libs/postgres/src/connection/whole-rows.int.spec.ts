import { Scene } from '@warmline/test-kit';
import {
  conversationRows,
  conversationTable,
  holdingRows,
  holdingTable,
} from '../conversations/conversation-tables';
import { offerRows, offerTable, staffRows, staffTable } from '../setup/service-tables';

let scene: Scene;
beforeAll(async () => {
  scene = await Scene.open();
  const [asked, holder] = [await scene.person(), await scene.person()];
  await scene.offered(await scene.waiting({ band: 1 }), asked.id);
  const { conversation } = await scene.held(holder.id);
  await scene.ended(conversation);
});
afterAll(() => scene.close());

describe('whole rows', () => {
  it.each([
    ['conversation', conversationRows, conversationTable],
    ['holding', holdingRows, holdingTable],
    ['offer', offerRows, offerTable],
    ['staff', staffRows, staffTable],
  ] as const)('of %s are what the query builder reads, column by column', async (_name, rows, table) => {
    const { opened } = scene.database;
    const built: object[] = await opened.getRepository<object>(table.options.name).find();
    const read: object[] = await rows.all(opened, '', []);
    expect(read.length).toBeGreaterThan(0);
    expect(new Set(read.map((row) => JSON.stringify(row)))).toEqual(
      new Set(built.map((row) => JSON.stringify(row))),
    );
  });

  it('of nobody are none', async () => {
    const unknown = ['00000000-0000-4000-8000-000000000001'];
    expect(await staffRows.one(scene.database.opened, 'where t.id = $1', unknown)).toBeNull();
  });
});
