import { v7 as uuid } from 'uuid';
import { begin, endByHolder } from '@warmline/conversation';
import { entryId, type ConversationId, type StaffId } from '@warmline/kernel';
import { Scene, type Held, type Person } from '@warmline/test-kit';
import { isUniqueViolation } from '../connection/unit-of-work';
import { AppendConnection } from '../timeline/append/append-connection';
import { ConversationReadModel } from './conversation-read-model';

let scene: Scene;
let views: ConversationReadModel;
let people: Person[];
beforeAll(async () => {
  scene = await Scene.open({ poolSize: 16 });
  views = new ConversationReadModel(scene.database.opened);
  people = await Promise.all(Array.from({ length: 32 }, () => scene.person()));
});
afterAll(() => scene.close());

const someone = (place: number): StaffId => {
  const person = people[place];
  if (person === undefined) throw new Error('not so many people');
  return person.id;
};

/** Takes a waiting conversation as every use case does: lock, decide, save. Null when the decision refused. */
const claim = (conversation: ConversationId, staff: StaffId): Promise<number | null> =>
  scene.work.inTransaction(async (stores) => {
    const locked = await stores.conversations.lock(conversation);
    if (locked === null) return null;
    const decision = begin(locked.conversation, staff, await stores.now());
    if (!decision.accepted) return null;
    for (const fact of decision.events) await stores.holdings.begin(fact);
    return locked.conversation.epoch + 1;
  });

const openHoldings = (conversation: ConversationId): Promise<number> =>
  scene.database.count('holding where conversation_id = $1 and ended_at is null', [conversation]);

describe('who holds a conversation', () => {
  it('[ASG1] of 32 who claim it at once exactly one holds it, round after round', async () => {
    for (let round = 0; round < 5; round += 1) {
      const conversation = await scene.waiting();
      const epochs = await Promise.all(people.map(({ id }) => claim(conversation, id)));
      expect(epochs.filter((epoch) => epoch !== null)).toEqual([1]);
      expect(await openHoldings(conversation)).toBe(1);
    }
  });

  it('[ASG1] the index alone stops a second holder, though a claim forgot to lock', async () => {
    const conversation = await scene.waiting();
    const claims = await Promise.allSettled(
      people.map(({ id }, place) =>
        scene.database.sql(
          `insert into holding (conversation_id, epoch, staff_id, began_at, lease_until)
           values ($1, $2, $3, clock_timestamp(), clock_timestamp())`,
          [conversation, place + 1, id],
        ),
      ),
    );
    const refused = claims.filter((each) => each.status === 'rejected');
    expect(refused).toHaveLength(people.length - 1);
    expect(refused.every(({ reason }) => isUniqueViolation(reason))).toBe(true);
    expect(await openHoldings(conversation)).toBe(1);
  });

  it('[ASG1] is never two while it is lost and claimed again in the same moment', async () => {
    const conversation = await scene.waiting();
    let held: Held = { conversation, staff: someone(0), epoch: (await claim(conversation, someone(0))) ?? 0 };
    for (let round = 1; round <= 8; round += 1) {
      const [, ...epochs] = await Promise.all([
        scene.lost(held),
        ...people.map(({ id }) => claim(conversation, id)),
      ]);
      const late = epochs.some((epoch) => epoch !== null)
        ? epochs
        : await Promise.all(people.map(({ id }) => claim(conversation, id)));
      expect(late.filter((epoch) => epoch !== null)).toEqual([round + 1]);
      expect(await openHoldings(conversation)).toBe(1);
      held = { conversation, epoch: round + 1, staff: someone(late.indexOf(round + 1)) };
    }
  });
});

describe('a holder whose epoch has passed', () => {
  it('[ASG2] writes nothing after the next holder joined, however fast they type', async () => {
    const line = new AppendConnection(scene.database.url);
    const stale = await scene.held(someone(0));
    const { conversation, epoch } = stale;
    const author = { role: 'responder', staff: someone(0), epoch } as const;
    const sealed = Buffer.from('hello');
    const type = async (): Promise<string> => {
      const [said] = await line.append([{ conversation, id: entryId(uuid()), author, sealed }]);
      return said?.outcome ?? 'nothing';
    };
    const outcomes = [await type()];
    let stopped = false;
    const typing = (async () => {
      while (!stopped) outcomes.push(await type());
    })();
    await scene.lost(stale);
    await scene.held(someone(1), conversation);
    stopped = true;
    await typing;
    outcomes.push(await type());
    await line.close();
    expect(outcomes.join(' ')).toMatch(/^(new )+stale_epoch( stale_epoch)*$/);
    expect(
      await scene.database.count(
        `timeline_entry e where conversation_id = $1 and staff_id = $2 and kind = 'message' and seq > (
           select min(seq) from timeline_entry where conversation_id = $1 and kind = 'requeued')`,
        [conversation, someone(0)],
      ),
    ).toBe(0);
  });

  it('[ASG2] ends nothing, moves no cursor, and is nobody to the fence of typing', async () => {
    const stale = await scene.held(someone(2));
    const { conversation, epoch } = stale;
    await scene.lost(stale);
    const fresh = await scene.held(someone(3), conversation);
    const decision = await scene.work.inTransaction(async (stores) => {
      const locked = await stores.conversations.lock(conversation);
      const held = await stores.holdings.wasHeld(conversation, epoch, someone(2));
      if (locked === null) throw new Error('it was there');
      const claimed = { staff: someone(2), epoch, held };
      return endByHolder(locked.conversation, claimed, { reason: 'went_quiet', at: await stores.now() });
    });
    expect(decision).toMatchObject({ accepted: false, refusal: 'stale_epoch' });
    expect(await views.moveResponderCursor(conversation, 2, { staff: someone(2), epoch })).toBe(false);
    const forged = { staff: someone(2), epoch: fresh.epoch };
    expect(await views.moveResponderCursor(conversation, 2, forged)).toBe(false);
    expect(await views.isHolder(conversation, someone(2), epoch)).toBe(false);
    expect(await views.isHolder(conversation, someone(2), fresh.epoch)).toBe(false);
    expect(await views.isHolder(conversation, someone(3), fresh.epoch)).toBe(true);
    const { responder_seen: seen } = await scene.database.one<{ responder_seen: number }>(
      'select responder_seen from conversation where id = $1',
      [conversation],
    );
    expect(seen).toBe(0);
  });
});

describe('cursors of what was seen', () => {
  it('only move forward, never past the head, whatever the order they come in', async () => {
    const held = await scene.held(someone(4));
    const { conversation } = held;
    const moves = [2, 1, 2_147_483_647, 0, 2].map((seq) => [
      views.moveVisitorCursor(conversation, seq),
      views.moveResponderCursor(conversation, seq, held),
    ]);
    await Promise.all(moves.flat());
    const row = await scene.database.one(
      'select visitor_seen, responder_seen, last_seq from conversation where id = $1',
      [conversation],
    );
    expect(row).toEqual({ visitor_seen: 2, responder_seen: 2, last_seq: 2 });
  });
});
