import type { Outcome } from '@warmline/client';
import type {
  Availability,
  CaseloadItem,
  Desk,
  Handover,
  Refusal,
  StaffCommands,
  Topic,
  WrapUp,
} from '@warmline/contracts';
import { assignPlaces } from '../desk/colour-slots';
import { receivedBy } from '../handover/handover-roles';
import type { ConversationLine, StaffConnection } from './conversation-line';
import { guestsOf, type Guest } from './guests';
import { without, type LiveStore, type OfferFate, type Unsent } from './live-store';

export type EndWord = StaffCommands['conversation:end']['payload']['reason'];

export interface DeskLinePorts {
  readonly connection: StaffConnection;
  readonly store: LiveStore;
  readonly openLine: (conversationId: string) => ConversationLine;
  readonly now: () => number;
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
export class DeskLine {
  readonly #ports: DeskLinePorts;
  readonly #lines = new Map<string, ConversationLine>();
  readonly #answeredOffers = new Set<string>();

  constructor(ports: DeskLinePorts) {
    this.#ports = ports;
    const { connection } = ports;
    connection.on('desk:changed', (desk) => this.#take(desk));
    connection.on('timeline:appended', ({ conversationId, entries }) =>
      this.of(conversationId)?.push(entries),
    );
    connection.on('typing:changed', ({ conversationId, from, typing }) =>
      this.of(conversationId)?.heardTyping(from, typing),
    );
  }

  of(conversationId: string): ConversationLine | undefined {
    return this.#lines.get(conversationId);
  }

  /** Whether the server answered with the desk. */
  async open(): Promise<boolean> {
    const known = [...this.#lines.values()];
    const outcome = await this.#ports.connection.send('desk:open', {});
    if (outcome.kind !== 'done') return false;
    this.#take(outcome.value);
    for (const line of known) line.resume();
    return true;
  }

  async setAvailability(availability: Availability): Promise<Outcome<unknown>> {
    const outcome = await this.#ports.connection.send('availability:set', { availability });
    if (outcome.kind === 'done') this.#take(outcome.value);
    return outcome;
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

  end(conversationId: string, reason: EndWord): Promise<Outcome<unknown>> {
    return this.#withHolding(conversationId, (held) =>
      this.#ports.connection.send('conversation:end', { ...held, reason }),
    );
  }

  finishWrapUp(conversationId: string, wrapUp: WrapUp): Promise<Outcome<unknown>> {
    return this.#withHolding(conversationId, (held) =>
      this.#ports.connection.send('wrap_up:finish', { ...held, wrapUp }),
    );
  }

  /** Puts away a conversation that somebody else holds now. */
  putAway(conversationId: string): void {
    const { store } = this.#ports;
    this.#close(conversationId);
    store.setState((state) => ({
      lost: state.lost.filter((item) => item.conversationId !== conversationId),
      guests: state.guests.filter((guest) => guest.conversationId !== conversationId),
    }));
  }

  stop(): void {
    for (const line of this.#lines.values()) line.stop();
    this.#lines.clear();
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

  #take(desk: Desk): void {
    const { store, now } = this.#ports;
    const before = store.getState().desk;
    if (before !== null && desk.now < before.now) return;
    for (const item of desk.caseload) this.#hold(item);
    const guests = this.#attend(desk, before);
    const lost = this.#losses(before?.caseload ?? [], desk, guests);
    const fate = this.#fate(before, desk);
    const stillLost = [...store.getState().lost, ...lost].filter(
      (item) => !isIn([...desk.caseload, ...guests], item),
    );
    store.setState(({ places, received }) => ({
      desk,
      clockAhead: desk.now - now(),
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
    for (const { conversationId, isOver } of guests) {
      if (isOver) this.#letGo(conversationId);
      else this.#follow(conversationId);
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
    const known = this.#lines.get(conversationId);
    const line = known ?? this.#ports.openLine(conversationId);
    this.#lines.set(conversationId, line);
    line.hold(null);
    if (known === undefined) line.resume();
  }

  /** What was read stays on screen, and nothing is added to it any more. */
  #letGo(conversationId: string): void {
    this.#lines.get(conversationId)?.stop();
    this.#lines.delete(conversationId);
  }

  #hold(item: CaseloadItem): void {
    const known = this.#lines.get(item.conversationId);
    const line = known ?? this.#ports.openLine(item.conversationId);
    this.#lines.set(item.conversationId, line);
    line.hold(item.epoch);
    line.alreadyShown(item.receipts.responder);
    line.noticeHead(item.head);
    if (known === undefined) line.resume();
  }

  /** What was being talked in and is not ours any more; a wrap-up that left is simply done. */
  #losses(before: readonly CaseloadItem[], desk: Desk, guests: readonly Guest[]): readonly CaseloadItem[] {
    const gone = before.filter((item) => !isIn([...desk.caseload, ...guests], item));
    for (const item of gone) {
      if (item.state === 'wrap_up') this.#close(item.conversationId);
      else this.#lines.get(item.conversationId)?.hold(null);
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
