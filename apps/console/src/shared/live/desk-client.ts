import type { Clock, Outcome } from '@warmline/client';
import type { CaseloadItem, Desk, Handover, StaffCommands, Topic, WrapUp } from '@warmline/contracts';
import type { Refusal } from '@warmline/vocabulary';
import { assignPlaces } from '../desk/colour-slots';
import { receivedBy } from '../handover/handover-roles';
import type { ConversationClient, StaffConnection } from './conversation-client';
import { guestsOf, mayBeRead, type Guest } from './guests';
import { without, type LiveStore, type OfferFate, type Unsent } from './live-store';
import { Subscription } from './subscription';

export type WayToEnd = Omit<StaffCommands['conversation:end']['payload'], 'conversationId' | 'epoch'>;
export type EndWord = WayToEnd['reason'];

export interface DeskClientPorts {
  readonly connection: StaffConnection;
  readonly store: LiveStore;
  readonly openConversation: (conversationId: string) => ConversationClient;
  readonly clock: Clock;
  readonly keptUnsent: () => readonly Unsent[];
}

const fateOf = (refusal: Refusal): OfferFate => {
  switch (refusal) {
    case 'offer_taken':
      return 'taken';
    case 'at_capacity':
      return 'at_capacity';
    case 'too_fast':
    case 'unavailable':
      return 'unavailable';
    default:
      return 'expired';
  }
};

/** The responder's own desk: what is offered, what is held, and every act on it. */
export class DeskClient {
  readonly #ports: DeskClientPorts;
  readonly view: Subscription<Desk>;
  readonly #held = new Map<string, ConversationClient>();
  /** Held since before the latest request for the desk: what they missed is read once it is answered. */
  #known: readonly ConversationClient[] = [];
  readonly #answeredOffers = new Set<string>();

  constructor(ports: DeskClientPorts) {
    this.#ports = ports;
    const { connection } = ports;
    this.view = new Subscription<Desk>({
      request: () => {
        this.#known = [...this.#held.values()];
        return connection.send('desk:open', {});
      },
      current: () => ports.store.getState().desk,
      show: (desk) => this.#show(desk),
      onRequested: (hasView) => {
        if (hasView) for (const conversation of this.#known) conversation.resume();
      },
      isOnline: () => connection.state.get().name === 'online',
      clock: ports.clock,
    });
    connection.on('desk:changed', (desk) => this.view.push(desk));
    connection.on('timeline:appended', ({ conversationId, entries }) =>
      this.of(conversationId)?.push(entries),
    );
    connection.on('typing:changed', ({ conversationId, from, typing }) =>
      this.of(conversationId)?.heardTyping(from, typing),
    );
  }

  of(conversationId: string): ConversationClient | undefined {
    return this.#held.get(conversationId);
  }

  /** The conversation's id once it is this person's. */
  async accept(offerId: string): Promise<string | null> {
    const { connection, store } = this.#ports;
    const outcome = await connection.send('offer:accept', { offerId });
    if (outcome.kind === 'done') {
      this.#answeredOffers.add(offerId);
      store.setState({ offerFate: null });
      return outcome.value.conversationId;
    }
    store.setState({ offerFate: outcome.kind === 'refused' ? fateOf(outcome.refusal) : 'unknown' });
    return null;
  }

  /** `muteTopic`: not this topic again in this shift. */
  async decline(offerId: string, muteTopic?: Topic): Promise<void> {
    this.#answeredOffers.add(offerId);
    const declined = muteTopic === undefined ? { offerId } : { offerId, muteTopic };
    const outcome = await this.#ports.connection.send('offer:decline', declined);
    if (outcome.kind === 'unknown') this.#ports.store.setState({ offerFate: 'unknown' });
  }

  end(conversationId: string, how: WayToEnd): Promise<Outcome<unknown>> {
    return this.#withHolding(conversationId, (held) =>
      this.#ports.connection.send('conversation:end', { ...held, ...how }),
    );
  }

  finishWrapUp(conversationId: string, wrapUp: WrapUp): Promise<Outcome<unknown>> {
    return this.#withHolding(conversationId, (held) =>
      this.#ports.connection.send('wrap_up:finish', { ...held, wrapUp }),
    );
  }

  /** Closes a conversation that someone else holds now. */
  putAway(conversationId: string): void {
    const { store } = this.#ports;
    this.#close(conversationId);
    store.setState((state) => ({
      lost: state.lost.filter((item) => item.conversationId !== conversationId),
      guests: state.guests.filter((guest) => guest.conversationId !== conversationId),
    }));
  }

  stop(): void {
    this.view.stop();
    for (const conversation of this.#held.values()) conversation.stop();
    this.#held.clear();
  }

  #withHolding(
    conversationId: string,
    act: (held: { conversationId: string; epoch: number }) => Promise<Outcome<unknown>>,
  ): Promise<Outcome<unknown>> {
    const item = this.#ports.store
      .getState()
      .desk?.caseload.find((candidate) => candidate.conversationId === conversationId);
    return item === undefined
      ? Promise.resolve({ kind: 'refused', refusal: 'stale_epoch' })
      : act({ conversationId, epoch: item.epoch });
  }

  #show(desk: Desk): void {
    const { store, clock } = this.#ports;
    const before = store.getState().desk;
    for (const item of desk.caseload) this.#hold(item);
    const guests = this.#attend(desk, before);
    const lost = this.#losses(before?.caseload ?? [], desk, guests);
    const fate = this.#fate(before, desk);
    const stillLost = [...store.getState().lost, ...lost].filter(
      (item) => !isIn([...desk.caseload, ...guests], item),
    );
    store.setState(({ places, received }) => ({
      desk,
      clockAhead: desk.now - clock.now(),
      lost: stillLost,
      guests,
      received: receivedOf(desk, received),
      ...(before === null ? { unsent: this.#unsent([...desk.caseload, ...guests]) } : {}),
      places: assignPlaces(places, idsOf([...desk.caseload, ...guests, ...stillLost])),
      ...fate,
    }));
  }

  /** Follows what is read without being held, and lets go of what is not read any more. */
  #attend(desk: Desk, before: Desk | null): readonly Guest[] {
    const known = this.#ports.store.getState().guests;
    const guests = guestsOf(desk, known, idsOf(before?.caseload ?? []));
    for (const guest of guests) {
      if (guest.isOver) this.#letGo(guest.conversationId);
      else if (mayBeRead(guest)) this.#follow(guest.conversationId);
    }
    for (const guest of known)
      if (!isIn([...desk.caseload, ...guests], guest)) this.#close(guest.conversationId);
    return guests;
  }

  /** What an earlier page of this tab could not send, where no conversation of one's own shows it. */
  #unsent(open: readonly OfConversation[]): readonly Unsent[] {
    return this.#ports.keptUnsent().filter((unsent) => unsent.texts.length > 0 && !isIn(open, unsent));
  }

  #follow(conversationId: string): void {
    const known = this.#held.get(conversationId);
    const conversation = known ?? this.#ports.openConversation(conversationId);
    this.#held.set(conversationId, conversation);
    conversation.hold(null);
    if (known === undefined) conversation.resume();
  }

  /** What was read stays on screen, and nothing is added to it any more. */
  #letGo(conversationId: string): void {
    this.#held.get(conversationId)?.stop();
    this.#held.delete(conversationId);
  }

  #hold(item: CaseloadItem): void {
    const known = this.#held.get(item.conversationId);
    const conversation = known ?? this.#ports.openConversation(item.conversationId);
    this.#held.set(item.conversationId, conversation);
    conversation.hold(item.epoch);
    conversation.alreadyShown(item.receipts.responder);
    conversation.noticeHead(item.head);
    if (known === undefined) conversation.resume();
  }

  /** What was being talked in and is not ours any more; a wrap-up that left is simply done. */
  #losses(before: readonly CaseloadItem[], desk: Desk, guests: readonly Guest[]): readonly CaseloadItem[] {
    const gone = before.filter((item) => !isIn([...desk.caseload, ...guests], item));
    for (const item of gone) {
      if (item.state === 'wrap_up') this.#close(item.conversationId);
      else this.#held.get(item.conversationId)?.hold(null);
    }
    return gone.filter((item) => item.state === 'talking');
  }

  /** An offer that left without an answer from here needs a word; a new one takes any old word away. */
  #fate(before: Desk | null, desk: Desk): { offerFate?: OfferFate | null } {
    const offered = before?.offer ?? null;
    if (desk.offer !== null) return desk.offer.id === offered?.id ? {} : { offerFate: null };
    if (offered === null || this.#answeredOffers.has(offered.id)) return {};
    const isMineNow = desk.caseload.some((item) => item.conversationId === offered.conversationId);
    return { offerFate: isMineNow ? null : (this.#ports.store.getState().offerFate ?? 'moved_on') };
  }

  #close(conversationId: string): void {
    this.#letGo(conversationId);
    this.#ports.store.setState((state) => ({ threads: without(state.threads, conversationId) }));
  }
}

interface OfConversation {
  readonly conversationId: string;
}

const idsOf = (items: readonly OfConversation[]): readonly string[] =>
  items.map((item) => item.conversationId);

const isIn = (items: readonly OfConversation[], item: OfConversation): boolean =>
  items.some((other) => other.conversationId === item.conversationId);

/** The brief stays with a conversation as long as it is held here. */
const receivedOf = (
  desk: Desk,
  before: Readonly<Record<string, Handover>>,
): Readonly<Record<string, Handover>> =>
  Object.fromEntries(
    desk.caseload.flatMap(({ conversationId }): readonly (readonly [string, Handover])[] => {
      const received = receivedBy(desk, conversationId) ?? before[conversationId];
      return received === undefined ? [] : [[conversationId, received]];
    }),
  );
