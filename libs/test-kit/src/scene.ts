import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import {
  conversationId,
  instant,
  later,
  offerId,
  type ConversationId,
  type Instant,
  type OfferId,
  type ServiceId,
  type StaffId,
} from '@warmline/kernel';
import { UnitOfWork } from '@warmline/postgres';
import { aPerson, aService, type Person, type PersonSetUp } from './people';
import { TestDatabase } from './test-database';

export type Band = 1 | 2 | 3;

const A_MINUTE = 60_000;
const unreadable = (bytes = 32): Buffer => randomBytes(bytes);
const KEK_DAY = '2099-01-01';

/** A held conversation: who, and under which epoch. */
export interface Held {
  readonly conversation: ConversationId;
  readonly epoch: number;
  readonly staff: StaffId;
}

/** A service in a database of its own, and what happens there, written through the real stores. */
export class Scene {
  private constructor(
    readonly database: TestDatabase,
    readonly work: UnitOfWork,
    readonly service: ServiceId,
  ) {}

  static async open(options: { readonly poolSize?: number } = {}): Promise<Scene> {
    const database = await TestDatabase.clone(options);
    return new Scene(database, new UnitOfWork(database.opened), await aService(database.opened));
  }

  /** Another service in a database that is there already. */
  static async elsewhere(database: TestDatabase): Promise<Scene> {
    return new Scene(database, new UnitOfWork(database.opened), await aService(database.opened, 'Elsewhere'));
  }

  close(): Promise<void> {
    return this.database.close();
  }

  now(): Promise<Instant> {
    return this.work.inTransaction((stores) => stores.now());
  }

  person(setUp: PersonSetUp = {}): Promise<Person> {
    return aPerson(this.database.opened, this.service, setUp);
  }

  /** A visitor enters the queue now. */
  async waiting({ band = 3 }: { readonly band?: Band } = {}): Promise<ConversationId> {
    const conversation = conversationId(uuid());
    await this.work.inTransaction(async (stores) =>
      stores.conversations.start(
        { type: 'conversation_started', service: this.service, conversation, band, at: await stores.now() },
        {
          startId: uuid(),
          tokenHash: createHash('sha256').update(unreadable()).digest(),
          language: 'en',
          nameSealed: null,
          dekWrapped: unreadable(61),
          kekDay: KEK_DAY,
        },
      ),
    );
    return conversation;
  }

  /** Asks this responder for this conversation; open for a minute unless told to be overdue. */
  async offered(
    conversation: ConversationId,
    staff: StaffId,
    { opensFor = A_MINUTE }: { readonly opensFor?: number } = {},
  ): Promise<OfferId> {
    const offer = offerId(uuid());
    const { service } = this;
    await this.work.inTransaction(async (stores) => {
      const at = await stores.now();
      await stores.offers.makeOffer({
        type: 'offer_made',
        service,
        conversation,
        staff,
        offer,
        at,
        expiresAt: later(at, opensFor),
      });
    });
    return offer;
  }

  /** The next holding of a conversation, without an offer before it. */
  async held(staff: StaffId, conversation?: ConversationId): Promise<Held> {
    const id = conversation ?? (await this.waiting());
    const { service } = this;
    const epoch = await this.work.inTransaction(async (stores) => {
      const locked = await stores.conversations.lock(id);
      const next = (locked?.row.epoch ?? 0) + 1;
      const at = await stores.now();
      await stores.holdings.begin({
        type: 'holding_began',
        service,
        conversation: id,
        staff,
        epoch: next,
        at,
      });
      return next;
    });
    return { conversation: id, epoch, staff };
  }

  /** Ends a conversation as its visitor would. */
  async ended(conversation: ConversationId): Promise<void> {
    const { service } = this;
    await this.work.inTransaction(async (stores) => {
      const locked = await stores.conversations.lock(conversation);
      const fact = {
        type: 'conversation_ended',
        service,
        conversation,
        reason: 'visitor_ended',
        by: 'visitor',
        epoch: locked?.row.epoch ?? 0,
        at: instant(await stores.now()),
      } as const;
      await stores.holdings.close(fact);
      await stores.conversations.end(fact, { asksAfter: false });
    });
  }

  /** The visitor of an answered conversation leaves by quick exit. */
  async left(conversation: ConversationId): Promise<void> {
    const { service } = this;
    await this.work.inTransaction(async (stores) => {
      await stores.conversations.lock(conversation);
      const at = await stores.now();
      await stores.conversations.leaveQuickly({ type: 'visitor_left_quickly', service, conversation, at });
    });
  }

  /** The holder's lease has run out: the visitor waits again. */
  async lost({ conversation, epoch, staff }: Held): Promise<void> {
    const { service } = this;
    await this.work.inTransaction(async (stores) => {
      await stores.conversations.lock(conversation);
      const at = await stores.now();
      const fact = { type: 'holding_lost', service, conversation, staff, epoch, band: 2, at } as const;
      await stores.holdings.lose(fact);
    });
  }
}
