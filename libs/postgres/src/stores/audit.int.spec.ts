import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import type { Fact } from '@warmline/audit';
import { conversationId, offerId, sessionId, type ConversationId, type SessionId } from '@warmline/kernel';
import { fingerprint, Scene, type Person } from '@warmline/test-kit';
import type { Stores } from '../work';

let scene: Scene;
let person: Person;
let session: SessionId;
beforeAll(async () => {
  scene = await Scene.open();
});
beforeEach(async () => {
  person = await scene.person();
  session = await signedIn();
});
afterAll(() => scene.close());

const A_WRAP_UP = { wrapUpSealed: null, contactKind: 'conversation', topics: [], outcome: 'calmer' };
const beginSession = async (stores: Stores, id: SessionId): Promise<void> => {
  const { service } = scene;
  const at = await stores.now();
  await stores.staff.beginSession(
    { type: 'signed_in', service, staff: person.id, session: id },
    { id, secretHash: randomBytes(32), staffId: person.id, beganAt: at, usedAt: at, endedAt: null },
  );
};
const signedIn = async (): Promise<SessionId> => {
  const id = sessionId(uuid());
  await scene.work.run((stores) => beginSession(stores, id));
  return id;
};

/** What is there before a fact, and how the fact is saved. */
type Saving = () => Promise<(stores: Stores) => Promise<void>>;
type AboutConversation = { readonly service: typeof scene.service; readonly conversation: ConversationId };
const about = (conversation: ConversationId): AboutConversation => ({ service: scene.service, conversation });

const closing =
  (type: 'offer_accepted' | 'offer_declined' | 'offer_expired' | 'offer_withdrawn'): Saving =>
  async () => {
    const [conversation, staff] = [await scene.waiting(), person.id];
    const offer = await scene.offered(conversation, staff);
    return async (stores) =>
      stores.offers.close({ type, ...about(conversation), staff, offer, at: await stores.now() });
  };

/** A fact that nothing saves does not compile. */
const savings: Record<Fact['type'], Saving> = {
  conversation_started: async () => {
    const [conversation, started] = [conversationId(uuid()), uuid()];
    return async (stores) =>
      stores.conversations.start(
        { type: 'conversation_started', ...about(conversation), band: 2, at: await stores.now() },
        {
          startId: started,
          tokenHash: randomBytes(32),
          language: 'en',
          nameSealed: null,
          dekWrapped: randomBytes(61),
          kekDay: '2099-01-01',
        },
      );
  },
  holding_began: async () => {
    const [conversation, staff] = [await scene.waiting(), person.id];
    return async (stores) =>
      stores.holdings.begin({
        type: 'holding_began',
        ...about(conversation),
        staff,
        epoch: 1,
        at: await stores.now(),
      });
  },
  holding_lost: async () => {
    const { conversation, staff, epoch } = await scene.held(person.id);
    return async (stores) =>
      stores.holdings.lose({
        type: 'holding_lost',
        ...about(conversation),
        staff,
        epoch,
        band: 2,
        at: await stores.now(),
      });
  },
  visitor_left_quickly: async () => {
    const { conversation } = await scene.held(person.id);
    return async (stores) =>
      stores.conversations.leaveQuickly({
        type: 'visitor_left_quickly',
        ...about(conversation),
        at: await stores.now(),
      });
  },
  conversation_ended: async () => {
    const { conversation, staff, epoch } = await scene.held(person.id);
    const reason = 'went_quiet';
    return async (stores) => {
      const fact = {
        type: 'conversation_ended',
        ...about(conversation),
        staff,
        epoch,
        reason,
        at: await stores.now(),
      } as const;
      await stores.holdings.close(fact);
      await stores.conversations.end(fact);
    };
  },
  wrapped_up: async () => {
    const { conversation, staff, epoch } = await scene.held(person.id);
    await scene.ended(conversation);
    return async (stores) =>
      stores.holdings.wrapUp(
        { type: 'wrapped_up', ...about(conversation), staff, epoch, at: await stores.now() },
        A_WRAP_UP,
      );
  },
  conversation_read: async () => {
    const { conversation, staff } = await scene.held(person.id);
    return async (stores) =>
      stores.observations.read({
        type: 'conversation_read',
        ...about(conversation),
        staff,
        at: await stores.now(),
      });
  },
  observation_began: async () => {
    const [conversation, staff] = [await scene.waiting(), person.id];
    return async (stores) =>
      stores.observations.begin(
        { type: 'observation_began', ...about(conversation), staff, at: await stores.now() },
        { id: uuid(), session },
      );
  },
  observation_ended: async () => {
    const [conversation, staff] = [await scene.waiting(), person.id];
    await scene.work.run(async (stores) =>
      stores.observations.begin(
        { type: 'observation_began', ...about(conversation), staff, at: await stores.now() },
        { id: uuid(), session },
      ),
    );
    return async (stores) =>
      stores.observations.end({
        type: 'observation_ended',
        ...about(conversation),
        staff,
        at: await stores.now(),
      });
  },
  offer_made: async () => {
    const [conversation, staff, offer] = [await scene.waiting(), person.id, offerId(uuid())];
    return async (stores) => {
      const at = await stores.now();
      await stores.offers.make({
        type: 'offer_made',
        ...about(conversation),
        staff,
        offer,
        at,
        expiresAt: at,
      });
    };
  },
  offer_accepted: closing('offer_accepted'),
  offer_declined: closing('offer_declined'),
  offer_expired: closing('offer_expired'),
  offer_withdrawn: closing('offer_withdrawn'),
  availability_changed: async () => {
    const { id: staff } = person;
    const { service } = scene;
    return async (stores) =>
      stores.staff.setAvailability({
        type: 'availability_changed',
        service,
        staff,
        availability: 'available',
        at: await stores.now(),
      });
  },
  signed_in: async () => {
    const id = sessionId(uuid());
    return (stores) => beginSession(stores, id);
  },
  signed_out: async () => {
    const { service } = scene;
    const fact = { type: 'signed_out', service, staff: person.id, session } as const;
    return async (stores) => stores.staff.endSession(fact, await stores.now());
  },
};

class ChangedItsMind extends Error {}

describe.each(Object.entries(savings))('%s', (type, prepare) => {
  const rows = (): Promise<number> => scene.database.count('audit_entry where action = $1', [type]);

  it('[AUD1] has exactly one audit row, in its own transaction', async () => {
    const save = await prepare();
    const before = await rows();
    const all = await scene.database.count('audit_entry');
    await scene.work.run(async (stores) => {
      await save(stores);
      // Written already, and seen by nobody else before COMMIT.
      expect(await rows()).toBe(before);
    });
    expect(await rows()).toBe(before + 1);
    expect(await scene.database.count('audit_entry')).toBe(all + 1);
  });

  it('[AUD1] leaves neither itself nor its audit row when its transaction fails afterwards', async () => {
    const save = await prepare();
    const before = await fingerprint(scene.database);
    const failed = scene.work.run(async (stores) => {
      await save(stores);
      throw new ChangedItsMind();
    });
    await expect(failed).rejects.toThrow(ChangedItsMind);
    expect(await fingerprint(scene.database)).toBe(before);
  });
});

describe('the audit', () => {
  it('[AUD1] holds a fact back when its row cannot be written', async () => {
    await scene.database.sql(
      `alter table audit_entry add constraint out_of_order check (action <> 'wrapped_up') not valid`,
    );
    const save = await savings.wrapped_up();
    const before = await fingerprint(scene.database);
    await expect(scene.work.run(save)).rejects.toMatchObject({ code: '23514' });
    expect(await fingerprint(scene.database)).toBe(before);
    await scene.database.sql('alter table audit_entry drop constraint out_of_order');
  });
});
