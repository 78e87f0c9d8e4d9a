/** Who a connection is for: it says so by its session cookie, which is not checked yet when it opens. */
export type Claim = 'visitor' | 'staff';

/** A page joins within one round trip. A newcomer may take its place only after this time (ms), as long as others can leave. */
export const TIME_TO_JOIN = 2_000;

export interface PlaceLimits {
  /** Connections of this gateway, all together. */
  readonly total: number;
  /** How many of those only staff may use. */
  readonly reservedForStaff: number;
  /** Connections of one network that have no conversation and no session, once half of all places are taken. */
  readonly idlePerNetwork: number;
}

/** Those that may be closed for a newcomer, of everyone or of one network; the longest idle first. */
class Crowd<Id> {
  /** When each came (ms). */
  readonly unjoined = new Map<Id, number>();
  /** Joined pages that had no conversation when they were last asked. */
  readonly idle = new Set<Id>();

  get size(): number {
    return this.unjoined.size + this.idle.size;
  }

  leave(id: Id): void {
    this.unjoined.delete(id);
    this.idle.delete(id);
  }
}

interface Place {
  readonly claim: Claim;
  /** Null where it is not known, for instance behind a proxy that nobody trusts. */
  readonly network: string | null;
  /** Whether this page has a conversation, asked when it matters. */
  hasConversation: () => boolean;
}

/** Let in, and whose place it takes, if anyone's; or nobody may be asked to leave. */
export type Admission<Id> =
  { readonly isAdmitted: true; readonly evicted: Id | null } | { readonly isAdmitted: false };

/**
 * Connections in the order in which they would be closed for a newcomer: those that had time to join and did not, then pages
 * without a conversation, the longest idle first. Joined staff and conversations are never closed. A newcomer is let in
 * rather than refused: it may be someone in danger. Nobody is closed while there is room, since a page that is closed comes back.
 */
export class ConnectionPlaces<Id = string> {
  private readonly places = new Map<Id, Place>();
  private readonly everyone = { visitor: new Crowd<Id>(), staff: new Crowd<Id>() };
  private readonly byNetwork = new Map<string, Crowd<Id>>();

  /** `now`: ms of any clock that only moves forward. */
  constructor(
    private readonly limits: PlaceLimits,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get count(): number {
    return this.places.size;
  }

  /** Whether one more may come, and which one leaves for it. The caller closes that one, and calls `opened` and `closed`. */
  admit(claim: Claim, network: string | null): Admission<Id> {
    if (claim === 'staff') return this.admitStaff();
    const room = this.limits.total - this.limits.reservedForStaff;
    const own = network === null ? undefined : this.byNetwork.get(network);
    const isCrowded = own !== undefined && own.size >= this.limits.idlePerNetwork;
    if (isCrowded && this.count >= this.limits.total / 2) {
      const evicted = this.leastEngaged(own);
      if (evicted !== null) return { isAdmitted: true, evicted };
    }
    return this.count < room ? { isAdmitted: true, evicted: null } : this.evict(this.anyVisitor());
  }

  opened(id: Id, claim: Claim, network: string | null): void {
    const place = { claim, network, hasConversation: () => false };
    this.places.set(id, place);
    for (const { unjoined } of this.crowdsOf(claim, network)) unjoined.set(id, this.now());
  }

  /** It has a token, or a session that was checked. `hasConversation`: whether it has one by now. */
  joined(id: Id, as: Claim, hasConversation: () => boolean): void {
    const place = this.places.get(id);
    if (place === undefined) return;
    place.hasConversation = hasConversation;
    this.leaveCrowds(id, place);
    if (as === 'visitor') for (const { idle } of this.crowdsOf(as, place.network)) idle.add(id);
  }

  closed(id: Id): void {
    const place = this.places.get(id);
    if (place === undefined) return;
    this.places.delete(id);
    this.leaveCrowds(id, place);
  }

  /** Someone who only claims to be staff never takes more than what is reserved for staff. */
  private admitStaff(): Admission<Id> {
    const { unjoined } = this.everyone.staff;
    const [oldest = null] = unjoined.keys();
    if (unjoined.size >= Math.max(1, this.limits.reservedForStaff)) return this.evict(oldest);
    if (this.count < this.limits.total) return { isAdmitted: true, evicted: null };
    return this.evict(this.anyVisitor() ?? oldest);
  }

  private evict(id: Id | null): Admission<Id> {
    return id === null ? { isAdmitted: false } : { isAdmitted: true, evicted: id };
  }

  /** Only where nobody else can leave does it take someone who had no time to join. */
  private anyVisitor(): Id | null {
    const { visitor } = this.everyone;
    const [oldest = null] = visitor.unjoined.keys();
    return this.leastEngaged(visitor) ?? oldest;
  }

  private leastEngaged({ unjoined, idle }: Crowd<Id>): Id | null {
    const [oldest] = unjoined;
    if (oldest !== undefined && this.now() - oldest[1] >= TIME_TO_JOIN) return oldest[0];
    return this.longestIdle(idle);
  }

  /** Pages that have a conversation by now are let alone from here on. */
  private longestIdle(pages: ReadonlySet<Id>): Id | null {
    for (const id of pages) {
      const place = this.places.get(id);
      if (place === undefined) continue;
      if (!place.hasConversation()) return id;
      this.leaveCrowds(id, place);
    }
    return null;
  }

  /** Where a connection is counted: with everyone, and visitors with their network. */
  private crowdsOf(claim: Claim, network: string | null): Crowd<Id>[] {
    if (claim === 'staff' || network === null) return [this.everyone[claim]];
    const crowd = this.byNetwork.get(network) ?? new Crowd<Id>();
    this.byNetwork.set(network, crowd);
    return [this.everyone.visitor, crowd];
  }

  private leaveCrowds(id: Id, { claim, network }: Place): void {
    this.everyone[claim].leave(id);
    this.everyone.visitor.leave(id);
    const crowd = network === null ? undefined : this.byNetwork.get(network);
    if (network === null || crowd === undefined) return;
    crowd.leave(id);
    if (crowd.size === 0) this.byNetwork.delete(network);
  }
}
